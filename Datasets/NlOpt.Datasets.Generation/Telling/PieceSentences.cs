using System.Collections.Immutable;
using NlOpt.Datasets.Generation.Banks;
using NlOpt.Datasets.Generation.Drafts;
using NlOpt.Datasets.Generation.Grammar;
using NlOpt.Datasets.Generation.Numbers;
using NlOpt.Datasets.Generation.Statements;

namespace NlOpt.Datasets.Generation.Telling;

/// <summary>Tells what each piece takes and gives: thing by thing or amount by amount.</summary>
internal sealed class PieceSentences(ProblemWords words)
{
    private const int MostAmountsOfASentence = 3;

    /// <summary>Clauses without final stops that tell all columns; each is one sentence.</summary>
    public IEnumerable<Action<TextDraft>> Sentences(ImmutableArray<AmountColumn> columns)
    {
        var shared = columns.Where(column => column.IsShared).ToList();
        foreach (var column in shared) yield return draft => Shared(draft, column);
        var rest = columns.Where(column => !column.IsShared).ToImmutableArray();
        if (rest.IsEmpty) yield break;
        if (words.Style.AmountsByThing && !(rest.Length == 1 && words.Random.Chance(0.7)))
        {
            foreach (var part in Parts(rest))
                foreach (var sentence in ByThing(part)) yield return sentence;
        }
        else
        {
            foreach (var column in rest)
            {
                foreach (var sentence in ByAmount(column)) yield return sentence;
            }
        }
    }

    /// <summary>One clause that tells all columns of an objective, for "If ..., how many".</summary>
    public void Condition(TextDraft draft, ImmutableArray<AmountColumn> columns)
    {
        if (columns is [var column] && !column.IsShared && words.Random.Chance(0.7)) Together(draft, column);
        else words.List(draft, words.Names.Count, "and", (part, variable) => Clause(part, variable, columns));
    }

    /// <summary>One clause about one thing.</summary>
    public void Clause(TextDraft draft, int variable, ImmutableArray<AmountColumn> columns)
    {
        columns = [.. columns.Where(column => column.Coefficients[variable] is not null)];
        var scope = words.Scope();
        words.Names.Fill(scope, "x", variable);
        scope.Set("does", part => Does(part, variable, columns, isPlural: false));
        scope.Set("do", part => Does(part, variable, columns, isPlural: true));
        var isCounted = WordForms.IsCounted(words.Problem.Names[variable].Name);
        scope.Know("is-counted-name", isCounted).Know("is-mass-name", !isCounted);
        scope.Set("quantities", part => words.List(part, columns.Length, "and", (item, index) => Quantity(item, columns[index], variable)));
        var sections = new List<string> { "piece", "piece", "piece" };
        if (columns.All(column => column.Amount.Flow == AmountFlow.Uses)) sections.AddRange(["piece-uses", "piece-uses"]);
        if (columns is [{ Amount.Flow: AmountFlow.Earns or AmountFlow.Costs }])
        {
            Money(scope, columns[0], variable);
            sections.AddRange(["piece-money", "piece-money", "piece-money"]);
        }

        words.Speaker.Say(words.Random.Pick(sections), scope, draft);
    }

    private IEnumerable<ImmutableArray<AmountColumn>> Parts(ImmutableArray<AmountColumn> columns)
    {
        var isSplit = columns.Length > MostAmountsOfASentence || columns.Length == MostAmountsOfASentence && words.Random.Chance(0.3);
        return isSplit ? [columns[..(columns.Length / 2)], columns[(columns.Length / 2)..]] : [columns];
    }

    private IEnumerable<Action<TextDraft>> ByThing(ImmutableArray<AmountColumn> columns)
    {
        var things = Enumerable.Range(0, words.Names.Count).Where(variable => columns.Any(column => column.Coefficients[variable] is not null)).ToList();
        if (words.Names.Count == 2 && things.Count == 2 && columns.Length <= 2 && words.Random.Chance(0.4))
        {
            yield return draft =>
            {
                Clause(draft, 0, columns);
                draft.Write(" ");
                words.Speaker.Say("while", words.Scope(), draft);
                draft.Write(" ");
                Clause(draft, 1, columns);
            };
            yield break;
        }

        foreach (var current in things)
        {
            yield return draft =>
            {
                if (current > 0 && words.Random.Chance(0.1))
                {
                    words.Speaker.Say("next-thing", words.Scope(), draft);
                    draft.Write(" ");
                }

                Clause(draft, current, columns);
            };
        }
    }

    private IEnumerable<Action<TextDraft>> ByAmount(AmountColumn column)
    {
        if (words.Random.Chance(0.78)) return [draft => Together(draft, column)];
        return column.Things.Select<int, Action<TextDraft>>(variable => draft => Clause(draft, variable, [column]));
    }

    /// <summary>One amount over all things in one clause: in pairs, in a row, or "respectively".</summary>
    private void Together(TextDraft draft, AmountColumn column)
    {
        var amount = column.Amount;
        var order = column.Things.ToList();
        if (order is [var only])
        {
            Clause(draft, only, [column]);
            return;
        }

        var isReversed = words.Random.Chance(0.25);
        if (isReversed) order.Reverse();
        var scope = words.Scope();
        var verb = words.Random.Pick(amount.Verbs);
        scope.Set("verb", part => Verb(part, amount, WordForms.One(verb))).Set("verbs", part => Verb(part, amount, WordForms.Many(verb)));
        scope.Set("what", part => words.What(part, amount));
        scope.Set("pieces", part => words.List(part, order.Count, "and", (item, index) => words.Names.Piece(item.Write(TextDraft.Article + " "), order[index])));
        scope.Set("things", part => words.List(part, order.Count, "and", (item, index) => words.Names.Amount(item, order[index])));
        scope.Set("number-list", part => words.List(part, order.Count, "and", (item, index) => words.NumberOf(item, amount, column.Of(order[index]), MarkKind.Parameter)));
        if (amount.Unit is null) scope.Set("unit-what", part => words.Wanted(part, amount, WordForms.Many(amount.What)));
        else if (!ProblemWords.IsMoney(amount)) scope.Set("unit-what", part => words.What(part.Write($"{WordForms.Many(amount.Unit)} {amount.Link} "), amount));
        scope.Set("gapped", part => words.List(part, order.Count, "and", (item, index) => Gapped(item, column, order[index], isFirst: index == 0, verb)));
        scope.Know("is-in-order", !isReversed && order.Count == 2);
        if (order.Count == 2)
        {
            words.Names.Fill(scope, "x", order[0]);
            words.Names.Fill(scope, "y", order[1]);
            scope.Set("qx", part => Quantity(part, column, order[0])).Set("qy", part => Second(part, column, order[1]));
            Times(scope, amount, ("tx", column.Of(order[0])), ("ty", column.Of(order[1])));
            scope.Set("nx", part => words.NumberOf(part, amount, column.Of(order[0]), MarkKind.Parameter));
            scope.Set("ny", part => words.NumberOf(part, amount, column.Of(order[1]), MarkKind.Parameter));
        }

        Flows(scope, amount);
        if (isReversed) draft.Note("reversed-order");
        words.Speaker.Say("column", scope, draft);
    }

    private void Shared(TextDraft draft, AmountColumn column)
    {
        var amount = column.Amount;
        var scope = words.Scope();
        var verb = words.Random.Pick(amount.Verbs);
        scope.Set("verb", part => Verb(part, amount, WordForms.One(verb))).Set("verbs", part => Verb(part, amount, WordForms.Many(verb)));
        scope.Set("q", part => Quantity(part, column, 0)).Set("what", part => words.What(part, amount));
        scope.Set("pieces", part => words.List(part, words.Names.Count, "and", (item, index) => words.Names.Piece(item.Write(TextDraft.Article + " "), index)));
        if (words.Names.Count == 2)
        {
            words.Names.Fill(scope, "x", 0);
            words.Names.Fill(scope, "y", 1);
        }

        Times(scope, amount, ("t", column.Of(0)));
        Flows(scope, amount);
        draft.Note("shared-coefficient");
        words.Speaker.Say("shared", scope, draft);
    }

    /// <summary>Amounts of working time without what they are, where somebody works: "the sewing team works 3 hours on".</summary>
    private void Times(Scope scope, Amount amount, params ReadOnlySpan<(string Slot, SampledNumber Number)> times)
    {
        scope.Know("is-taken", ProblemWords.IsTime(amount));
        if (words.Doer(amount) is { } doer) scope.Set("doer", doer).Set("activity", part => words.Wanted(part, amount, ProblemWords.Activity(amount)!));
        foreach (var (slot, number) in times)
            scope.Set(slot, part => words.Quantity(part, amount, number, MarkKind.Parameter, withWhat: !ProblemWords.IsTime(amount)));
    }

    /// <summary>Tells phrases which way an amount goes.</summary>
    public static void Flows(Scope scope, Amount amount) => scope
        .Know("is-uses", amount.Flow == AmountFlow.Uses).Know("is-earns", amount.Flow == AmountFlow.Earns).Know("is-costs", amount.Flow == AmountFlow.Costs)
        .Know("is-gives", amount.Flow == AmountFlow.Gives).Know("is-emits", amount.Flow == AmountFlow.Emits).Know("is-price", amount.Id == "price")
        .Know("is-money", ProblemWords.IsMoney(amount)).Know("is-stuff", !ProblemWords.IsMoney(amount)).Know("is-plain-profit", amount.What == "profit")
        .Know("is-plain-cost", amount.What == "cost").Know("is-doing", ProblemWords.Activity(amount) is not null);

    private void Money(Scope scope, AmountColumn column, int variable)
    {
        scope.Set("what", part => words.What(part, column.Amount)).Set("q", part => Quantity(part, column, variable));
        Flows(scope, column.Amount);
    }

    private void Does(TextDraft draft, int variable, ImmutableArray<AmountColumn> columns, bool isPlural)
    {
        AmountFlow? before = null;
        words.List(draft, columns.Length, "and", (part, index) =>
        {
            var amount = columns[index].Amount;
            // What is taken in one go needs its verb only once: "takes 20 minutes of oven time and 4 eggs".
            var isTaken = amount.Flow == before && !ProblemWords.IsMoney(amount) && words.Random.Chance(0.75);
            before = amount.Flow;
            if (isTaken)
            {
                Quantity(part, columns[index], variable);
                return;
            }

            var verb = words.Random.Pick(amount.Verbs);
            var scope = words.Scope();
            scope.Set("verb", item => Verb(item, amount, isPlural ? WordForms.Many(verb) : WordForms.One(verb))).Set("base", item => Verb(item, amount, WordForms.Many(verb)));
            scope.Know("is-active", !verb.StartsWith("is ", StringComparison.Ordinal));
            scope.Set("q", item => Quantity(item, columns[index], variable)).Set("what", item => words.What(item, amount));
            Flows(scope, amount);
            words.Speaker.Say("does", scope, part);
            if (words.Problem.Family.Measure is null && !ProblemWords.IsMoney(amount) && words.Random.Chance(words.Style.ShareOfPaces)) words.Pace(part);
        });
    }

    private void Verb(TextDraft draft, Amount amount, string verb)
    {
        var isName = amount.Flow == AmountFlow.Costs && verb.StartsWith("cost", StringComparison.Ordinal) && amount.What.StartsWith("cost", StringComparison.Ordinal);
        if (isName) words.Wanted(draft, amount, verb);
        else draft.Write(verb);
    }

    private void Quantity(TextDraft draft, AmountColumn column, int variable) =>
        words.Quantity(draft, column.Amount, column.Of(variable), MarkKind.Parameter, withWhat: true);

    /// <summary>The second of two quantities, of which part may be left out.</summary>
    private void Second(TextDraft draft, AmountColumn column, int variable)
    {
        if (!words.Random.Chance(words.Style.ShareOfEllipsis))
        {
            Quantity(draft, column, variable);
            return;
        }

        draft.Note("ellipsis");
        if (words.Random.Chance(0.5)) words.NumberOf(draft, column.Amount, column.Of(variable), MarkKind.Parameter);
        else words.Quantity(draft, column.Amount, column.Of(variable), MarkKind.Parameter, withWhat: false);
    }

    private void Gapped(TextDraft draft, AmountColumn column, int variable, bool isFirst, string verb)
    {
        draft.Write(isFirst && words.Random.Chance(0.5) ? "each " : TextDraft.Article + " ");
        words.Names.Piece(draft, variable);
        draft.Write(" ");
        if (isFirst)
        {
            Verb(draft, column.Amount, WordForms.One(verb));
            draft.Write(" ");
            Quantity(draft, column, variable);
            return;
        }

        draft.Note("ellipsis");
        words.NumberOf(draft, column.Amount, column.Of(variable), MarkKind.Parameter);
    }
}
