using System.Collections.Immutable;

namespace NlOpt.Evaluation.Policies;

/// <summary>A picture of a report.</summary>
/// <param name="Name">A word for file names.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Caption">One or two sentences on what it shows.</param>
/// <param name="Svg">The picture as SVG.</param>
/// <param name="Png">The picture as PNG, at twice the resolution.</param>
public sealed record PolicyPicture(string Name, string Title, string Caption, string Svg, ImmutableArray<byte> Png);
