using System.Collections.Immutable;
using NlOpt.Datasets.Generation.Drafts;
using NlOpt.Datasets.Generation.Grammar;
using NlOpt.Datasets.Generation.Statements;
using NlOpt.Datasets.Generation.Telling;
using NlOpt.Datasets.Generation.Numbers;
using NlOpt.Formulation;

namespace NlOpt.Datasets.Generation.Logic;

/// <summary>Logic about what is done at all.</summary>
/// <param name="Form">What is said.</param>
/// <param name="Things">The things it is about, in the order of the form.</param>
/// <param name="Count">How many of them, for the forms that count; null for the others.</param>
internal sealed record ActivitySaying(ActivityForm Form, ImmutableArray<int> Things, SampledLimit? Count = null) : Saying
{
    /// <inheritdoc/>
    public override string Section => SectionName.Of(Form);

    /// <inheritdoc/>
    public override IEnumerable<Statement> Statements(Func<SampledNumber, SourcedNumber> tie) => [Form switch
    {
        ActivityForm.Implication => Statement.Implication.Of(Done(0), Done(1)),
        ActivityForm.ExactlyOne => Choice(new Limit.Exactly(new(1))),
        ActivityForm.AtLeastOne => Choice(new Limit.AtLeast(new(1))),
        ActivityForm.AtMostOne => Choice(new Limit.AtMost(new(1))),
        ActivityForm.Equivalence => new Statement.Equivalence(Done(0), Done(1)),
        ActivityForm.EquivalenceOpposite => new Statement.Equivalence(Done(0), Not(1)),
        ActivityForm.AndThen => new Statement.Implication(All(Done(0), Done(1)), ActivityGroup.Of(Done(2))),
        ActivityForm.AndThenNot => new Statement.Implication(All(Done(0), Done(1)), ActivityGroup.Of(Not(2))),
        ActivityForm.OrThen => new Statement.Implication(Any(Done(0), Done(1)), ActivityGroup.Of(Done(2))),
        ActivityForm.OrThenNot => new Statement.Implication(Any(Done(0), Done(1)), ActivityGroup.Of(Not(2))),
        ActivityForm.ThenOr => new Statement.Implication(ActivityGroup.Of(Done(0)), Any(Done(1), Done(2))),
        ActivityForm.ThenAnd => new Statement.Implication(ActivityGroup.Of(Done(0)), All(Done(1), Done(2))),
        ActivityForm.ThenNeither => new Statement.Implication(ActivityGroup.Of(Done(0)), All(Not(1), Not(2))),
        ActivityForm.Forced => new Statement.ActivityRequirement(Done(0)),
        ActivityForm.Forbidden => new Statement.ActivityRequirement(Not(0)),
        ActivityForm.NotAll => Choice(new Limit.AtMost(new(Things.Length - 1))),
        _ => Choice(Count!.Tied(tie)),
    }];

    /// <inheritdoc/>
    public override void Fill(Scope scope, ProblemWords words)
    {
        ActivityWords.Fill(scope, words, Things);
        scope.Set("list", draft => words.List(draft, Things.Length, "and", (item, index) => words.Names.Name(item, Things[index], isPlural: true)));
        if (Count is null) return;
        scope.Know("upper", Count.Direction == LimitDirection.AtMost).Know("lower", Count.Direction != LimitDirection.AtMost);
        scope.Set("count", draft =>
        {
            words.Speaker.Say("count-" + Count.Suffix, new Scope().Set("n", inner => inner.Marked(MarkKind.Limit, Count.Number.Key, EnglishNumber.Words(Count.Number.Value)!)), draft);
        });
        scope.Set("total", EnglishNumber.Words(Things.Length)!);
    }

    private static ActivityGroup All(params ImmutableArray<Activity> activities) => new(activities, IsAll: true);

    private static ActivityGroup Any(params ImmutableArray<Activity> activities) => new(activities, IsAll: false);

    private Activity Done(int place) => new(Id(Things[place]));

    private Activity Not(int place) => new(Id(Things[place]), IsActive: false);

    private Statement.Cardinality Choice(Limit count) => new([.. Things.Select(thing => new Activity(Id(thing)))], count);
}
