using System.Collections.Immutable;
using NlOpt.Datasets.Generation.Drafts;
using NlOpt.Datasets.Generation.Grammar;
using NlOpt.Datasets.Generation.Numbers;
using NlOpt.Datasets.Generation.Sampling;
using NlOpt.Datasets.Generation.Statements;
using NlOpt.Datasets.Generation.Telling;
using NlOpt.Formulation;

namespace NlOpt.Datasets.Generation.Logic;

/// <summary>A limit of the share of several things in all of them.</summary>
/// <param name="VariableCount">How many variables there are.</param>
/// <param name="Part">The things, at least two and not all.</param>
/// <param name="Limit">The limit, a fraction.</param>
internal sealed record GroupShareSaying(int VariableCount, ImmutableArray<int> Part, SampledLimit Limit) : Saying
{
    /// <inheritdoc/>
    public override string Section => "group-share-" + Limit.Suffix;

    /// <inheritdoc/>
    public override string TemplateForm => "group-proportion";

    /// <inheritdoc/>
    public override IEnumerable<Statement> Statements(Func<SampledNumber, SourcedNumber> tie) =>
        [new Statement.Proportion([.. Part.Select(Id)], [.. Enumerable.Range(0, VariableCount).Select(Id)], Limit.Tied(tie))];

    /// <inheritdoc/>
    public override void Fill(Scope scope, ProblemWords words)
    {
        ActivityWords.FillLists(scope, words, "list", Part);
        if (GroupName(words.Problem) is { } group)
        {
            scope.Set("group", draft =>
            {
                draft.Write(group + " (");
                words.List(draft, Part.Length, "and", (item, index) => words.Names.Name(item, Part[index], isPlural: true));
                draft.Write(")");
            });
        }

        scope.Set("p", draft => words.Share(draft, Limit.Number, MarkKind.Limit));
    }

    /// <summary>A name of the family for just these things among those of the problem; null when it has none.</summary>
    private string? GroupName(SampledProblem problem)
    {
        var names = problem.Family.Names;
        return problem.Family.Groups.FirstOrDefault(group => group.Members.Select(member => names[member]).Intersect(problem.Names).ToHashSet()
            .SetEquals(Part.Select(thing => problem.Names[thing])))?.Name;
    }
}
