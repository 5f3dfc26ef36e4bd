using System.Collections.Immutable;
using NlOpt.Policies.Hydro;

namespace NlOpt.Datasets.Hydro;

/// <summary>A file that a case was read from.</summary>
/// <param name="Name">Its name, for example <c>hydro.json</c>.</param>
/// <param name="Sha256">Of its bytes, in lower-case hexadecimal.</param>
/// <param name="IsPublished">True when that is the published checksum, false when it is another; null where none is known.</param>
public readonly record struct HydroCaseFile(string Name, string Sha256, bool? IsPublished);

/// <summary>A hydrothermal case and where it comes from.</summary>
/// <param name="Case">The case.</param>
/// <param name="Files">The files it was read from.</param>
public sealed record LoadedHydroCase(HydroCase Case, ImmutableArray<HydroCaseFile> Files);
