using NlOpt.Datasets.Generation.Banks;
using NlOpt.Datasets.Generation.Drafts;
using NlOpt.Datasets.Generation.Grammar;
using NlOpt.Datasets.Generation.Statements;

namespace NlOpt.Datasets.Generation.Telling;

/// <summary>Tells what restricts the plan.</summary>
internal sealed class LimitSentences(ProblemWords words)
{
    private const double ShareOfJoinedRows = 0.55;
    private const double ShareOfBankSentences = 0.4;
    private const double ShareOfPairs = 0.16;
    private const double ShareOfOpenedLimits = 0.12;

    private int? _opened;
    private int? _asked;

    /// <summary>Sentences that say everything; rows of one direction may share one.</summary>
    public IEnumerable<Action<TextDraft>> Sentences()
    {
        var sayings = words.Problem.Sayings;
        var joined = Joined(LimitDirection.AtMost).ToList();
        if (joined.Count == 0) joined = [.. Joined(LimitDirection.AtLeast)];
        if (joined.Count > 0) yield return draft => Stock(draft, joined);
        var rest = Enumerable.Range(0, sayings.Length).Where(index => !joined.Contains(index) && index != _opened && index != _asked).ToList();
        for (var place = 0; place < rest.Count; place++)
        {
            var current = rest[place];
            if (place + 1 < rest.Count && words.Random.Chance(ShareOfPairs))
            {
                var next = rest[++place];
                yield return draft => Pair(draft, current, next);
            }
            else
            {
                yield return draft => Sentence(draft, current);
            }
        }
    }

    /// <summary>
    /// Lets the opening say a limit of what there is: "a grower with 250 acres of land", where there is one and chance wants it. To be asked before
    /// <see cref="Sentences"/>.
    /// </summary>
    /// <returns>What writes the opening; null where it says no limit.</returns>
    public Action<TextDraft>? Opening()
    {
        var fitting = Enumerable.Range(0, words.Problem.Sayings.Length).Where(index => words.Problem.Sayings[index] switch
        {
            RowSaying { Limit.Direction: LimitDirection.AtMost, Column.Amount.Flow: AmountFlow.Uses or AmountFlow.Costs } => true,
            SumSaying { Limit.Direction: LimitDirection.AtMost } => true,
            _ => false,
        }).ToList();
        if (fitting.Count == 0 || !words.Random.Chance(ShareOfOpenedLimits)) return null;
        var index = words.Random.Pick(fitting);
        _opened = index;
        return draft => draft.Marked(MarkKind.Statement, index, part =>
        {
            part.Note("limit-modifier");
            var scope = words.Scope();
            words.Problem.Sayings[index].Fill(scope, words);
            words.Speaker.Say(words.Problem.Sayings[index] is RowSaying ? "opening-row" : "opening-sum", scope, part);
        });
    }

    /// <summary>Lets the question tell a limit: "If at least 20 tents are needed, how many". To be asked before <see cref="Sentences"/>.</summary>
    /// <returns>What writes it; null where none fits.</returns>
    public Action<TextDraft>? InQuestion()
    {
        var fitting = Enumerable.Range(0, words.Problem.Sayings.Length)
            .Where(index => index != _opened && words.Problem.Sayings[index] is RowSaying or SumSaying or BoundSaying or ShareSaying or ComparisonSaying).ToList();
        if (fitting.Count == 0) return null;
        // What must be reached is asked last more often than what is there.
        var index = words.Random.Pick(fitting, index => words.Problem.Sayings[index] is RowSaying or SumSaying ? 3 : 1);
        _asked = index;
        return draft => Clause(draft, index);
    }

    /// <summary>A clause without connector, reason and stop.</summary>
    public void Clause(TextDraft draft, int index) => draft.Marked(MarkKind.Statement, index, part =>
    {
        var saying = words.Problem.Sayings[index];
        var scope = words.Scope();
        saying.Fill(scope, words);
        if (saying is RowSaying row && words.Random.Chance(ShareOfBankSentences))
        {
            // The words of a bank name the amount themselves.
            var inner = new Scope(scope).Set("limit", item => words.Quantity(item, row.Column.Amount, row.Limit.Number, MarkKind.Limit, withWhat: false));
            var own = words.OfBank(BankSentences(row), inner).ToList();
            if (own.Count > 0)
            {
                words.Speaker.SayPattern(words.Random.Pick(own), inner, part);
                return;
            }
        }

        words.Speaker.Say(saying.Section, scope, part);
    });

    private static IEnumerable<string> BankSentences(RowSaying row) => row.Limit.Direction switch
    {
        LimitDirection.AtMost => row.Column.Amount.AtMost,
        LimitDirection.AtLeast => row.Column.Amount.AtLeast,
        _ => [],
    };

    /// <summary>The rows that one sentence will say, by position; none where they stay apart.</summary>
    private IEnumerable<int> Joined(LimitDirection direction)
    {
        var sayings = words.Problem.Sayings;
        var rows = Enumerable.Range(0, sayings.Length)
            .Where(index => index != _opened && index != _asked && sayings[index] is RowSaying row && row.Limit.Direction == direction && !ProblemWords.IsMoney(row.Column.Amount)
                && row.Column.Amount.Flow == (direction == LimitDirection.AtMost ? AmountFlow.Uses : AmountFlow.Gives)).ToList();
        return rows.Count >= 2 && words.Random.Chance(ShareOfJoinedRows) ? rows : [];
    }

    private void Stock(TextDraft draft, List<int> rows)
    {
        var first = (RowSaying)words.Problem.Sayings[rows[0]];
        var scope = words.Scope();
        scope.Set("limits", part => words.List(part, rows.Count, "and", (item, index) =>
        {
            var row = (RowSaying)words.Problem.Sayings[rows[index]];
            item.Marked(MarkKind.Statement, rows[index], inner => words.Quantity(inner, row.Column.Amount, row.Limit.Number, MarkKind.Limit, withWhat: true));
        }));
        draft.Note("joined-limits");
        words.Speaker.Say("stock-" + first.Limit.Suffix, scope, draft);
    }

    private void Sentence(TextDraft draft, int index)
    {
        // A reason may name the things that the limit is about.
        var scope = words.Scope();
        words.Problem.Sayings[index].Fill(scope, words);
        scope.Set("clause", part => Clause(part, index));
        if (words.Random.Chance(words.Style.ShareOfReasons)) words.Speaker.Say("reasoned", scope, draft);
        else if (words.Random.Chance(words.Style.ShareOfConnectors)) words.Speaker.Say("connected", scope, draft);
        else Clause(draft, index);
    }

    private void Pair(TextDraft draft, int first, int second)
    {
        // Where both clauses begin with who decides, it is enough to say so once: "must make 20 tables and has 400 planks".
        var isShort = words.Random.Chance(0.5);
        var beginsWithAgent = false;
        var scope = words.Scope().Set("clause", part =>
        {
            var start = part.Length;
            Clause(part, first);
            beginsWithAgent = words.Agent.Places.Contains(start);
        });
        words.Speaker.Say(isShort ? "paired-short" : "paired", scope.Set("second", part =>
        {
            if (isShort && beginsWithAgent) words.Agent.OmittedAt = part.Length;
            Clause(part, second);
            words.Agent.OmittedAt = -1;
        }), draft);
    }
}
