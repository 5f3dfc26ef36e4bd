using System.Collections.Immutable;
using NlOpt.Datasets;
using NlOpt.Modeling;

namespace NlOpt.Evaluation.Tests.Fixtures;

/// <summary>Problems in our own words; together they hold every type of declaration.</summary>
internal static class SampleProblems
{
    private const Nl4OptOperator AtMost = Nl4OptOperator.LessOrEqual;
    private const Nl4OptOperator AtLeast = Nl4OptOperator.GreaterOrEqual;

    /// <summary>Linear, upper and lower bound.</summary>
    public static Nl4OptProblem Bakery { get; } = new(
        "bakery",
        "A bakery bakes rye loaves for $5 and spelt loaves for $4. A rye loaf takes 3 minutes and a spelt loaf 2 minutes of 110 minutes. At most 30 rye loaves and at least 10 spelt loaves are baked.",
        [new("rye loaves", 0), new("rye loaf", 0), new("spelt loaves", 1), new("spelt loaf", 1)],
        new Nl4OptObjective.Weighted("maximize", ObjectiveSense.Maximize, "revenue", [new("rye loaves", "5"), new("spelt loaves", "4")]),
        [
            new Nl4OptConstraint.Linear("of", AtMost, [new("rye loaf", "3"), new("spelt loaf", "2")], "110"),
            new Nl4OptConstraint.UpperBound("at most", AtMost, "rye loaves", "30"),
            new Nl4OptConstraint.LowerBound("at least", AtLeast, "spelt loaves", "10"),
        ]);

    /// <summary>Sum, ratio, xby and xy over three variables, with a count to be made small.</summary>
    public static Nl4OptProblem Garden { get; } = new(
        "garden",
        "A gardener plants asters, begonias and clover, at least 100 plants. At least 30% are asters, begonias are at most twice the asters, and there is no more clover than begonias. Use few plants.",
        [new("asters", 0), new("begonias", 1), new("clover", 2)],
        new Nl4OptObjective.Count("minimize", ObjectiveSense.Minimize, "plants", ["asters", "begonias", "clover"]),
        [
            new Nl4OptConstraint.Sum("at least", AtLeast, "100"),
            new Nl4OptConstraint.Ratio("at least", AtLeast, "asters", "30%"),
            new Nl4OptConstraint.Multiple("at most", AtMost, "begonias", "twice", "asters"),
            new Nl4OptConstraint.Comparison("no more than", AtMost, "clover", "begonias"),
        ]);

    /// <summary>No plan satisfies it.</summary>
    public static Nl4OptProblem Ferry { get; } = new(
        "ferry",
        "A ferry line runs day trips and night trips, at most 4 trips, but at least 6 day trips. Each earns $90 or $70.",
        [new("day trips", 0), new("night trips", 1)],
        new Nl4OptObjective.Weighted("maximize", ObjectiveSense.Maximize, "earnings", [new("day trips", "90"), new("night trips", "70")]),
        [new Nl4OptConstraint.Sum("at most", AtMost, "4"), new Nl4OptConstraint.LowerBound("at least", AtLeast, "day trips", "6")]);

    /// <summary>Nothing limits it.</summary>
    public static Nl4OptProblem Mill { get; } = new(
        "mill",
        "A mill grinds wheat and oats for $3 and $2 a sack, at least 5 sacks of oats.",
        [new("wheat", 0), new("oats", 1)],
        new Nl4OptObjective.Weighted("maximize", ObjectiveSense.Maximize, "earnings", [new("wheat", "3"), new("oats", "2")]),
        [new Nl4OptConstraint.LowerBound("at least", AtLeast, "oats", "5")]);

    /// <summary>Whole amounts give another optimum than divisible ones.</summary>
    public static Nl4OptProblem Crates { get; } = new(
        "crates",
        "Large and small crates hold 7 and 3 lamps and take 5 and 2 nails of 11 nails. Pack as many lamps as possible.",
        [new("Large", 0), new("large crates", 0), new("small crates", 1)],
        new Nl4OptObjective.Weighted("maximize", ObjectiveSense.Maximize, "lamps", [new("large crates", "7"), new("small crates", "3")]),
        [new Nl4OptConstraint.Linear("of", AtMost, [new("large crates", "5"), new("small crates", "2")], "11")]);

    public static ImmutableArray<Nl4OptProblem> All { get; } = [Bakery, Garden, Ferry, Mill, Crates];

    public static Nl4OptSplit Split { get; } = new("samples", All, "00aa", null);
}
