using System.Collections.Immutable;
using NlOpt.Datasets.Generation.Drafts;
using NlOpt.Datasets.Generation.Grammar;
using NlOpt.Datasets.Generation.Statements;
using NlOpt.Modeling;

namespace NlOpt.Datasets.Generation.Telling;

/// <summary>Tells what is wanted.</summary>
internal sealed class GoalSentences(ProblemWords words, PieceSentences pieces)
{
    // Before these an article is needed: "the number of trips".
    private static readonly string[] NumberWords = ["number", "amount", "total number", "total amount", "overall number", "quantity", "sum", "count", "time"];

    /// <summary>The name of the goal as last written; empty before.</summary>
    public string Name { get; private set; } = "";

    /// <summary>A question or an order, with its mark of punctuation.</summary>
    /// <param name="draft">Where to write.</param>
    /// <param name="conditions">Columns that an if-clause tells; empty for none.</param>
    /// <param name="limit">Writes a limit that an if-clause tells; null for none.</param>
    public void Question(TextDraft draft, ImmutableArray<AmountColumn> conditions, Action<TextDraft>? limit = null) => draft.Marked(MarkKind.Objective, 0, part =>
    {
        var scope = Scope();
        if (conditions.IsEmpty && limit is null)
        {
            words.Speaker.Say("question", scope, part);
            return;
        }

        if (limit is not null) part.Note("limit-in-question");
        scope.Set("condition", inner =>
        {
            if (!conditions.IsEmpty) pieces.Condition(inner, conditions);
            if (!conditions.IsEmpty && limit is not null) inner.Write(" and ");
            limit?.Invoke(inner);
        });
        words.Speaker.Say("if-question", scope, part);
    });

    /// <summary>A statement of the goal.</summary>
    public void Wish(TextDraft draft) => draft.Marked(MarkKind.Objective, 0, part => words.Speaker.Say("wish", Scope(), part));

    /// <summary>A question that leaves the goal to what was said before.</summary>
    public void PlainQuestion(TextDraft draft) => words.Speaker.Say("plain-question", words.Scope(), draft);

    /// <summary>The slots of a goal: <c>{maximize}</c>, <c>{goal}</c>, <c>{dir:highest}</c>.</summary>
    public Scope Scope()
    {
        var scope = words.Scope();
        var isLarge = words.Problem.Objective.Sense == ObjectiveSense.Maximize;
        scope.Know("is-large", isLarge).Know("is-small", !isLarge).Know("is-count", words.Problem.Objective.Column is null)
            .Know("is-amount", words.Problem.Objective.Column is not null);
        scope.Set("dir", (draft, argument) => draft.Marked(MarkKind.ObjectiveDirection, 0, argument));
        scope.Set("goal", draft => Goal(draft, GoalWords(draft)));
        scope.Set("its-goal", draft =>
        {
            var name = GoalWords(draft);
            var isNumber = NumberWords.Any(word => name.StartsWith(word, StringComparison.Ordinal));
            draft.Write(isNumber || words.Random.Chance(0.4) ? "the " : words.Random.Chance(0.3) ? words.Agent.Possessive + " " : "");
            Goal(draft, name);
        });
        return scope;
    }

    private string GoalWords(TextDraft draft)
    {
        if (words.Problem.Objective.Column is { } column) return words.Random.Pick(column.Amount.Goals);
        draft.Note("count-objective");
        var aside = new TextDraft(draft.Spelling);
        words.Speaker.Say("goal-count", words.Scope().Know("is-small", words.Problem.Objective.Sense == ObjectiveSense.Minimize), aside);
        return aside.Text;
    }

    private void Goal(TextDraft draft, string name)
    {
        Name = draft.Spelling.Of(name);
        draft.Marked(MarkKind.ObjectiveName, 0, name);
    }
}
