using System.Collections.Immutable;
using NlOpt.Datasets.Generation.Drafts;
using NlOpt.Datasets.Generation.Grammar;
using NlOpt.Datasets.Generation.Numbers;
using NlOpt.Datasets.Generation.Statements;
using NlOpt.Datasets.Generation.Telling;
using NlOpt.Formulation;

namespace NlOpt.Datasets.Generation.Logic;

/// <summary>Several things against others or a multiple of them, or by how many one exceeds another.</summary>
/// <param name="Left">The compared things.</param>
/// <param name="Operator">How they compare.</param>
/// <param name="Factor">The multiple; null where none is said.</param>
/// <param name="Right">The things they are compared with.</param>
/// <param name="Difference">By how many the left side is ahead; null where none is said. With it there is no factor.</param>
internal sealed record SumComparisonSaying(
    ImmutableArray<int> Left, ComparisonOperator Operator, SampledNumber? Factor, ImmutableArray<int> Right, SampledNumber? Difference = null) : Saying
{
    /// <inheritdoc/>
    public override string Section => (Difference is null ? "sum-comparison-" : "difference-") + Operator switch
    {
        ComparisonOperator.AtMost => "at-most",
        ComparisonOperator.AtLeast => "at-least",
        _ => "exactly",
    };

    /// <inheritdoc/>
    public override IEnumerable<Statement> Statements(Func<SampledNumber, SourcedNumber> tie) =>
    [
        new Statement.SumComparison(
            [.. Left.Select(Id)], Operator, Factor is null ? new SourcedNumber(1) : tie(Factor), [.. Right.Select(Id)], Difference is null ? null : tie(Difference)),
    ];

    /// <inheritdoc/>
    public override void Fill(Scope scope, ProblemWords words)
    {
        ActivityWords.FillLists(scope, words, "left", Left);
        ActivityWords.FillLists(scope, words, "right", Right);
        scope.Know("many-left", Left.Length > 1);
        if (Difference is { } difference) scope.Set("number", draft => words.Plain(draft, difference, MarkKind.Limit));
        scope.Set("times-of", draft =>
        {
            if (Factor is null) return;
            words.Multiple(draft, Factor);
            draft.Write(" ");
        });
        scope.Set("times-as", draft =>
        {
            if (Factor is not null) words.Times(draft, Factor);
            draft.Write(" as many");
        });
    }
}
