using System.Collections.Immutable;

namespace NlOpt.Dialogue.Metrics;

/// <summary>The slots of the objective or of one statement: its shape, its operator, one for each term, one for each limit.</summary>
/// <param name="Shape">What it is about.</param>
/// <param name="Operator">Which way it limits; null where that is no question.</param>
/// <param name="Terms">The terms, each variable at most once in a role.</param>
/// <param name="Limits">The limits in their order; of a comparison the factor and, where there is one, the difference.</param>
public sealed record SlotStatement(SlotShape Shape, SlotOperator? Operator, ImmutableArray<SlotTerm> Terms, ImmutableArray<double> Limits)
{
    private const double Tolerance = 1e-6;

    /// <summary>Number of slots.</summary>
    public int Count => 1 + (Operator is null ? 0 : 1) + Terms.Length + Limits.Length;

    /// <summary>
    /// The same said the other way round, as "y is at most half of x" for "x is at least twice y"; null for all but comparisons and
    /// equivalences.
    /// </summary>
    public SlotStatement? Reversed
    {
        get
        {
            if (Shape is not (SlotShape.Comparison or SlotShape.Equivalence)) return null;
            SlotOperator? reversed = Operator switch
            {
                SlotOperator.AtMost => SlotOperator.AtLeast,
                SlotOperator.AtLeast => SlotOperator.AtMost,
                var other => other,
            };
            // left <= f right + d says right >= left / f - d / f.
            ImmutableArray<double> limits = Limits switch
            {
                [var factor] => [1 / factor],
                [var factor, var difference] => [1 / factor, -difference / factor],
                _ => Limits,
            };
            return new SlotStatement(
                Shape,
                reversed,
                [.. Terms.Select(term => term with { Role = term.Role == SlotRole.Amount ? SlotRole.Counterpart : SlotRole.Amount })],
                limits);
        }
    }

    /// <summary>
    /// How many slots of this statement another one fills alike, turned round where that fits better. Numbers agree within 1e-6 relative; where no
    /// number and no variable agrees, nothing does.
    /// </summary>
    public int Agreement(SlotStatement other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var agreement = AsSaid(other);
        return other.Reversed is { } reversed ? Math.Max(agreement, AsSaid(reversed)) : agreement;
    }

    /// <summary>How many terms and limits another statement has alike, said as it stands.</summary>
    internal int NumbersAlike(SlotStatement other) =>
        Terms.Count(term => other.Terms.Any(match => match.Variable == term.Variable && match.Role == term.Role && IsSame(match.Value, term.Value)))
        + Limits.Zip(other.Limits).Count(pair => IsSame(pair.First, pair.Second));

    /// <summary>Whether two numbers are one.</summary>
    internal static bool IsSame(double left, double right) =>
        Math.Abs(left - right) <= Tolerance * Math.Max(1, Math.Max(Math.Abs(left), Math.Abs(right)));

    private int AsSaid(SlotStatement other)
    {
        var numbers = NumbersAlike(other);
        // A shape and an operator alone are no agreement: many statements say "at most".
        return numbers == 0 ? 0 : numbers + (Shape == other.Shape ? 1 : 0) + (Operator is not null && Operator == other.Operator ? 1 : 0);
    }
}
