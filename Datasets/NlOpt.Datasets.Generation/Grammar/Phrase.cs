using NlOpt.Datasets.Generation.Banks;

namespace NlOpt.Datasets.Generation.Grammar;

/// <summary>One way to say something.</summary>
/// <param name="Pattern">How.</param>
/// <param name="Split">What it may be used for.</param>
/// <param name="Weight">How often it is chosen, beside 1 for others.</param>
internal sealed record Phrase(PatternNode Pattern, BankSplit Split, double Weight);
