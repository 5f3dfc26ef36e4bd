using NlOpt.Datasets.Generation.Banks;

namespace NlOpt.Datasets.Generation.Numbers;

/// <summary>A number of a problem before it has words.</summary>
/// <param name="Key">Tells it from the others of the problem.</param>
/// <param name="Value">Its value as the model uses it; shares are fractions.</param>
/// <param name="In">The larger unit that it will be told in; null for the unit of its amount.</param>
internal sealed record SampledNumber(int Key, double Value, LargerUnit? In = null);
