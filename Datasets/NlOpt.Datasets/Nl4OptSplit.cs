using System.Collections.Immutable;

namespace NlOpt.Datasets;

/// <summary>A loaded file of problems.</summary>
/// <param name="Name">Its name: <c>train</c>, <c>dev</c>, or the name of the file without its ending.</param>
/// <param name="Problems">The problems in the order of the file.</param>
/// <param name="Sha256">Checksum of the file, lower-case hexadecimal; says which labels a score was made with.</param>
/// <param name="EntitySha256">Checksum of the file of entity labels; null when there was none.</param>
public sealed record Nl4OptSplit(string Name, ImmutableArray<Nl4OptProblem> Problems, string Sha256, string? EntitySha256);
