using NlOpt.Datasets.Generation.Drafts;
using NlOpt.Datasets.Generation.Grammar;
using NlOpt.Datasets.Generation.Numbers;
using NlOpt.Datasets.Generation.Telling;
using NlOpt.Formulation;

namespace NlOpt.Datasets.Generation.Statements;

/// <summary>A limit of the share of one thing in all of them.</summary>
/// <param name="VariableCount">How many variables there are.</param>
/// <param name="Variable">The thing.</param>
/// <param name="Limit">The limit, fractions.</param>
internal sealed record ShareSaying(int VariableCount, int Variable, SampledLimit Limit) : Saying
{
    /// <inheritdoc/>
    public override string Section => "share-" + Limit.Suffix;

    /// <inheritdoc/>
    public override IEnumerable<Statement> Statements(Func<SampledNumber, SourcedNumber> tie) =>
        [new Statement.Proportion([Id(Variable)], [.. Enumerable.Range(0, VariableCount).Select(Id)], Limit.Tied(tie))];

    /// <inheritdoc/>
    public override void Fill(Scope scope, ProblemWords words)
    {
        words.Names.Fill(scope, "x", Variable);
        scope.Set("p", draft => words.Share(draft, Limit.Number, MarkKind.Limit));
        if (Limit.High is { } high) scope.Set("high-p", draft => words.Share(draft, high, MarkKind.Limit));
    }
}
