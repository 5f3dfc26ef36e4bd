using System.Collections.Immutable;
using NlOpt.Modeling;

namespace NlOpt.Formulation;

/// <summary>What kind of amount the user wants small or large.</summary>
public enum ObjectiveClass
{
    /// <summary>Profit, revenue, return, income.</summary>
    Profit,

    /// <summary>Cost, wage bill, spending.</summary>
    Cost,

    /// <summary>A price less a cost for each variable.</summary>
    RevenueMinusCost,

    /// <summary>The plain number of things: every coefficient is 1.</summary>
    Count,

    /// <summary>Some other amount: time, pollution, people served, vitamins.</summary>
    Resource,
}

/// <summary>What the user wants (class 0).</summary>
/// <param name="Sense">Small or large.</param>
/// <param name="Class">What kind of amount it is.</param>
/// <param name="Name">Its name in the user's words, for example <c>profit</c>.</param>
/// <param name="Terms">The amounts, each variable at most once.</param>
public sealed record ObjectiveStatement(ObjectiveSense Sense, ObjectiveClass Class, string Name, ImmutableArray<WeightedVariable> Terms)
{
    /// <summary>A fixed part; null when there is none.</summary>
    public SourcedNumber? Constant { get; init; }

    /// <summary>Amounts that are added once for things done at all: negative where a cost lessens a profit; each variable at most once.</summary>
    public ImmutableArray<FixedCharge> FixedCharges { get; init; } = [];

    /// <summary>Unit of the objective value, for example <c>$</c> or <c>minutes</c>; null when unknown.</summary>
    public string? Unit { get; init; }

    /// <summary>Every span that says it, in order.</summary>
    public ImmutableArray<Evidence> Evidence { get; init; } = [];

    /// <summary>Probability in [0, 1] that it was understood rightly.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>Every number of the objective: amounts a piece, fixed charges, the constant.</summary>
    public IEnumerable<SourcedNumber> Numbers =>
    [
        .. Terms.SelectMany(term => term.Numbers),
        .. FixedCharges.Select(charge => charge.Amount),
        .. Constant is { } constant ? [constant] : Array.Empty<SourcedNumber>(),
    ];
}
