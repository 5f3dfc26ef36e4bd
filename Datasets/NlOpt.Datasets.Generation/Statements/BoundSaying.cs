using System.Collections.Immutable;
using NlOpt.Datasets.Generation.Drafts;
using NlOpt.Datasets.Generation.Grammar;
using NlOpt.Datasets.Generation.Telling;
using NlOpt.Datasets.Generation.Numbers;
using NlOpt.Formulation;

namespace NlOpt.Datasets.Generation.Statements;

/// <summary>Limits of single variables, in one clause: of one, of several with a number each, of each with the same number.</summary>
/// <param name="Variables">The variables.</param>
/// <param name="Limits">Their limits, all of one direction; one limit for all where it is said once.</param>
internal sealed record BoundSaying(ImmutableArray<int> Variables, ImmutableArray<SampledLimit> Limits) : Saying
{
    /// <inheritdoc/>
    public override string Section => (Variables.Length, Limits.Length) switch
    {
        (1, _) => "bound-",
        (_, 1) => "each-",
        _ => "bounds-",
    } + Limits[0].Suffix;

    /// <inheritdoc/>
    public override IEnumerable<Statement> Statements(Func<SampledNumber, SourcedNumber> tie) =>
        Variables.Select((variable, index) => new Statement.SingleVariable(Id(variable), Limits[Math.Min(index, Limits.Length - 1)].Tied(tie)));

    /// <inheritdoc/>
    public override void Fill(Scope scope, ProblemWords words)
    {
        words.Names.Fill(scope, "x", Variables[0]);
        words.Numbers(scope, Limits[0]);
        if (Variables.Length == 1) return;
        scope.Set("bounded", draft => words.List(draft, Variables.Length, "and", (item, index) => Bounded(item, index, words)));
        scope.Set("names", draft => words.List(draft, Variables.Length, "and", (item, index) => words.Names.Amount(item, Variables[index])));
    }

    private void Bounded(TextDraft draft, int index, ProblemWords words)
    {
        words.Plain(draft, Limits[Math.Min(index, Limits.Length - 1)].Number, MarkKind.Limit);
        draft.Write(" ");
        words.Names.Amount(draft, Variables[index]);
    }
}
