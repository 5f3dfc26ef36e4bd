using System.Collections.Immutable;

namespace NlOpt.Datasets.Generation.Banks;

/// <summary>Part of a family with a name of its own.</summary>
/// <param name="Name">Its name: <c>hot drinks</c>.</param>
/// <param name="Members">Positions in <see cref="Family.Names"/>, at least 2.</param>
internal sealed record NameGroup(string Name, ImmutableArray<int> Members);
