using NlOpt.Datasets.Generation.Grammar;
using NlOpt.Datasets.Generation.Numbers;
using NlOpt.Datasets.Generation.Telling;
using NlOpt.Formulation;

namespace NlOpt.Datasets.Generation.Statements;

/// <summary>One thing against another, or against a multiple of it.</summary>
/// <param name="Left">The compared thing.</param>
/// <param name="Operator">How it compares.</param>
/// <param name="Factor">The multiple; null where none is said.</param>
/// <param name="Right">The thing it is compared with.</param>
internal sealed record ComparisonSaying(int Left, ComparisonOperator Operator, SampledNumber? Factor, int Right) : Saying
{
    private const double SmallestMultiple = 1;

    /// <inheritdoc/>
    public override string Section => (Factor, Operator) switch
    {
        (null, ComparisonOperator.AtMost) => "less-than",
        (null, ComparisonOperator.AtLeast) => "more-than",
        (null, _) => "same-as",
        ({ Value: < SmallestMultiple }, ComparisonOperator.AtMost) => "part-at-most",
        ({ Value: < SmallestMultiple }, ComparisonOperator.AtLeast) => "part-at-least",
        (_, ComparisonOperator.AtMost) => "times-at-most",
        (_, ComparisonOperator.AtLeast) => "times-at-least",
        _ => "times-exactly",
    };

    /// <inheritdoc/>
    public override IEnumerable<Statement> Statements(Func<SampledNumber, SourcedNumber> tie) =>
        [new Statement.Comparison(Id(Left), Operator, Factor is null ? new SourcedNumber(1) : tie(Factor), Id(Right))];

    /// <inheritdoc/>
    public override void Fill(Scope scope, ProblemWords words)
    {
        words.Names.Fill(scope, "x", Left);
        words.Names.Fill(scope, "y", Right);
        if (Factor is null) return;
        scope.Set("times", draft => words.Times(draft, Factor)).Set("multiple", draft => words.Multiple(draft, Factor));
    }
}
