using System.Collections.Immutable;
using NlOpt.Datasets.Generation.Banks;
using NlOpt.Datasets.Generation.Drafts;
using NlOpt.Datasets.Generation.Statements;

namespace NlOpt.Datasets.Generation.Telling;

/// <summary>Tells an amount of each thing where the things are introduced.</summary>
internal sealed class RatedOpening(ProblemWords words)
{
    /// <summary>The column that an opening may tell: costs and prices first; null where none can.</summary>
    public AmountColumn? Column(ImmutableArray<AmountColumn> columns)
    {
        if (words.Names.Count > 3 || words.Problem.Family.Link != "of") return null;
        var fitting = columns.Where(column => !column.IsShared && !column.IsPartial && column.Amount.Verbs.Any(verb => VerbForms.Gerund(verb) is not null)).ToList();
        return fitting.Count == 0 ? null : words.Random.Pick(fitting, column => column.Amount.Flow == AmountFlow.Costs ? 3 : 1);
    }

    /// <summary>An opening that tells an amount of each thing: "hires cooks earning $400 each and waiters earning $300 each".</summary>
    public void Tell(TextDraft draft, AmountColumn column)
    {
        draft.Note("participle");
        var verb = words.Random.Pick(column.Amount.Verbs.Where(verb => VerbForms.Gerund(verb) is not null).ToList());
        // All things in the same way.
        var seed = words.Random.NextIndex(int.MaxValue);
        void Thing(TextDraft item, int variable)
        {
            var scope = words.Scope();
            words.Names.Fill(scope, "x", variable);
            scope.Set("verbing", VerbForms.Gerund(verb)!).Set("verb", WordForms.One(verb)).Set("verbs", WordForms.Many(verb));
            scope.Set("q", part => words.Quantity(part, column.Amount, column.Of(variable), MarkKind.Parameter, withWhat: true)).Set("what", part => words.What(part, column.Amount));
            PieceSentences.Flows(scope, column.Amount);
            words.Speaker.Alike(seed).Say("rated", scope, item);
        }

        var opening = words.Scope();
        opening.Set("rated", part => words.List(part, words.Names.Count, "and", Thing)).Set("rated-or", part => words.List(part, words.Names.Count, "or", Thing));
        words.Speaker.Say("opening-rated", opening, draft);
    }
}
