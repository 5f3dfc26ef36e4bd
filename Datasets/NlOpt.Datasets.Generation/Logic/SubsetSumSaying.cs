using System.Collections.Immutable;
using NlOpt.Datasets.Generation.Drafts;
using NlOpt.Datasets.Generation.Grammar;
using NlOpt.Datasets.Generation.Numbers;
using NlOpt.Datasets.Generation.Statements;
using NlOpt.Datasets.Generation.Telling;
using NlOpt.Formulation;

namespace NlOpt.Datasets.Generation.Logic;

/// <summary>A limit of several things together, not of all.</summary>
/// <param name="Part">The things, at least two.</param>
/// <param name="Limit">The limit.</param>
internal sealed record SubsetSumSaying(ImmutableArray<int> Part, SampledLimit Limit) : Saying
{
    /// <inheritdoc/>
    public override string Section => "subset-" + Limit.Suffix;

    /// <inheritdoc/>
    public override string TemplateForm => "subset-sum";

    /// <inheritdoc/>
    public override IEnumerable<Statement> Statements(Func<SampledNumber, SourcedNumber> tie) =>
        [new Statement.Sum([.. Part.Select(Id)], Limit.Tied(tie))];

    /// <inheritdoc/>
    public override void Fill(Scope scope, ProblemWords words)
    {
        ActivityWords.FillLists(scope, words, "list", Part);
        scope.Set("number", draft => words.Plain(draft, Limit.Number, MarkKind.Limit));
    }
}
