using System.Collections.Immutable;
using NlOpt.Datasets.Generation.Logic;
using NlOpt.Modeling;

namespace NlOpt.Datasets.Generation.Sampling;

/// <summary>How often each template is drawn.</summary>
internal static class TemplateMix
{
    /// <summary>The shares of the templates among the statements of a problem, near those of the problems that people wrote.</summary>
    public static ImmutableArray<(string Template, double Weight)> Usual { get; } =
    [
        ("weighted-sum-upper-bound", 0.18), ("weighted-sum-lower-bound", 0.22), ("weighted-sum-equality", 0.006), ("weighted-sum-range", 0.01),
        ("sum-upper-bound", 0.05), ("sum-lower-bound", 0.045), ("sum-equality", 0.01), ("sum-range", 0.006),
        ("upper-bound", 0.095), ("lower-bound", 0.14), ("equality", 0.008), ("range", 0.02),
        ("proportion-upper-bound", 0.075), ("proportion-lower-bound", 0.105), ("proportion-equality", 0.03), ("proportion-range", 0.006),
        ("comparison", 0.30), ("comparison-equality", 0.05),
    ];

    /// <summary>Every template that can be drawn.</summary>
    public static ImmutableArray<(string Template, double Weight)> All { get; } = [.. Usual, .. LogicMix.Usual];

    /// <summary>How many clauses a problem has.</summary>
    public static ImmutableArray<(int Count, double Weight)> Lengths { get; } = [(1, 0.04), (2, 0.27), (3, 0.40), (4, 0.20), (5, 0.09)];

    /// <summary>The templates that stop an objective, the likelier first.</summary>
    public static ImmutableArray<string> Stopping(ObjectiveSense sense) => sense == ObjectiveSense.Maximize
        ? ["weighted-sum-upper-bound", "sum-upper-bound"]
        : ["weighted-sum-lower-bound", "sum-lower-bound"];
}
