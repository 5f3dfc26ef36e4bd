using System.Collections.Immutable;

namespace NlOpt.Datasets.Generation.Logic;

/// <summary>
/// The templates beyond bounds, rows, shares of one thing and comparisons of two, and how often each is drawn. Names are those of the table of
/// templates; three more stand for forms of templates that the others have as well: <c>group-proportion</c>, <c>subset-sum</c>, <c>fixed-charge</c>.
/// </summary>
internal static class LogicMix
{
    /// <summary>How often each is drawn.</summary>
    public static ImmutableArray<(string Template, double Weight)> Usual { get; } =
    [
        ("implication", 0.17), ("exactly-one", 0.12), ("at-least-one", 0.13), ("at-most-one", 0.14), ("group-implication", 0.09), ("equivalence", 0.06),
        ("exactly-k-of-n", 0.03), ("at-least-k-of-n", 0.03), ("at-most-k-of-n", 0.05), ("required", 0.03), ("forbidden", 0.02),
        ("semi-continuous", 0.07), ("conditional-lower-bound", 0.06), ("conditional-upper-bound", 0.03),
        ("sum-comparison", 0.04), ("sum-comparison-equality", 0.01), ("difference", 0.04), ("difference-equality", 0.01),
        ("group-proportion", 0.04), ("subset-sum", 0.04), ("fixed-charge", 0.09),
    ];

    /// <summary>The one of them that belongs to an objective or a row instead of being a statement.</summary>
    public const string FixedCharge = "fixed-charge";

    /// <summary>How many things a problem decides on.</summary>
    public static ImmutableArray<(int Count, double Weight)> Sizes { get; } = [(2, 0.18), (3, 0.37), (4, 0.28), (5, 0.17)];

    /// <summary>How many clauses of these templates a problem has.</summary>
    public static ImmutableArray<(int Count, double Weight)> Lengths { get; } = [(1, 0.3), (2, 0.42), (3, 0.28)];
}
