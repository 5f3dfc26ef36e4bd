using System.Collections.Immutable;

namespace NlOpt.Datasets;

/// <summary>The two operators of NL4Opt; it knows no equality.</summary>
public enum Nl4OptOperator
{
    /// <summary><c>LESS_OR_EQUAL</c>.</summary>
    LessOrEqual,

    /// <summary><c>GREATER_OR_EQUAL</c>.</summary>
    GreaterOrEqual,
}

/// <summary>The constraint types of NL4Opt.</summary>
public enum Nl4OptConstraintType
{
    /// <summary><c>linear</c>: a weighted sum against a limit.</summary>
    Linear,

    /// <summary><c>sum</c>: the sum of all variables against a limit.</summary>
    Sum,

    /// <summary><c>lowerbound</c>: one variable against a limit from below.</summary>
    LowerBound,

    /// <summary><c>upperbound</c>: one variable against a limit from above.</summary>
    UpperBound,

    /// <summary><c>ratio</c>: one variable against a share of the sum of all.</summary>
    Ratio,

    /// <summary><c>xby</c>: one variable against a multiple of another.</summary>
    Multiple,

    /// <summary><c>xy</c>: one variable against another.</summary>
    Comparison,
}

/// <summary>A gold constraint declaration: a closed union with one case a type. Numbers are as labelled; see <see cref="Nl4OptNumber"/>.</summary>
/// <param name="Direction">The words that say the direction, as labelled.</param>
/// <param name="Operator">The operator.</param>
public abstract record Nl4OptConstraint(string Direction, Nl4OptOperator Operator)
{
    /// <summary>Type <c>linear</c>.</summary>
    public sealed record Linear(string Direction, Nl4OptOperator Operator, ImmutableArray<Nl4OptTerm> Terms, string Limit)
        : Nl4OptConstraint(Direction, Operator);

    /// <summary>Type <c>sum</c>.</summary>
    public sealed record Sum(string Direction, Nl4OptOperator Operator, string Limit) : Nl4OptConstraint(Direction, Operator);

    /// <summary>Type <c>lowerbound</c>. The operator, not the type, says the direction; they agree in the published data.</summary>
    public sealed record LowerBound(string Direction, Nl4OptOperator Operator, string Mention, string Limit) : Nl4OptConstraint(Direction, Operator);

    /// <summary>Type <c>upperbound</c>. The operator, not the type, says the direction; they agree in the published data.</summary>
    public sealed record UpperBound(string Direction, Nl4OptOperator Operator, string Mention, string Limit) : Nl4OptConstraint(Direction, Operator);

    /// <summary>Type <c>ratio</c>: <c>mention op limit * (sum of all)</c>.</summary>
    public sealed record Ratio(string Direction, Nl4OptOperator Operator, string Mention, string Limit) : Nl4OptConstraint(Direction, Operator);

    /// <summary>Type <c>xby</c>: <c>x op parameter * y</c>.</summary>
    public sealed record Multiple(string Direction, Nl4OptOperator Operator, string XMention, string Parameter, string YMention)
        : Nl4OptConstraint(Direction, Operator);

    /// <summary>Type <c>xy</c>: <c>x op y</c>.</summary>
    public sealed record Comparison(string Direction, Nl4OptOperator Operator, string XMention, string YMention)
        : Nl4OptConstraint(Direction, Operator);

    /// <summary>The type of this declaration.</summary>
    public Nl4OptConstraintType Type => this switch
    {
        Linear => Nl4OptConstraintType.Linear,
        Sum => Nl4OptConstraintType.Sum,
        LowerBound => Nl4OptConstraintType.LowerBound,
        UpperBound => Nl4OptConstraintType.UpperBound,
        Ratio => Nl4OptConstraintType.Ratio,
        Multiple => Nl4OptConstraintType.Multiple,
        _ => Nl4OptConstraintType.Comparison,
    };
}
