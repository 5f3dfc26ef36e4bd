using NlOpt.Datasets.Generation.Drafts;
using NlOpt.Datasets.Generation.Grammar;
using NlOpt.Datasets.Generation.Numbers;
using NlOpt.Datasets.Generation.Telling;
using NlOpt.Formulation;

namespace NlOpt.Datasets.Generation.Statements;

/// <summary>A limit of all things together; perhaps with how many of them must be of one kind ("of whom at least 10 ...").</summary>
/// <param name="VariableCount">How many variables there are.</param>
/// <param name="Limit">The limit.</param>
/// <param name="OfWhom">A variable and how many of it there must be at least; null for nothing more.</param>
internal sealed record SumSaying(int VariableCount, SampledLimit Limit, (int Variable, SampledNumber Least)? OfWhom = null) : Saying
{
    /// <inheritdoc/>
    public override string Section => OfWhom is null ? "sum-" + Limit.Suffix : "sum-of-whom-" + Limit.Suffix;

    /// <inheritdoc/>
    public override IEnumerable<Statement> Statements(Func<SampledNumber, SourcedNumber> tie)
    {
        yield return new Statement.Sum([.. Enumerable.Range(0, VariableCount).Select(Id)], Limit.Tied(tie));
        if (OfWhom is var (variable, least)) yield return new Statement.SingleVariable(Id(variable), new Limit.AtLeast(tie(least)));
    }

    /// <inheritdoc/>
    public override void Fill(Scope scope, ProblemWords words)
    {
        words.Numbers(scope, Limit);
        if (OfWhom is not var (variable, least)) return;
        words.Names.Fill(scope, "x", variable);
        scope.Set("m", draft => words.Plain(draft, least, MarkKind.Limit));
    }
}
