using System.Collections.Frozen;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Decoding;
using NlOpt.Understanding.Tagging;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Assembly;

/// <summary>Makes the objective statement of a reading: sense, class, name in the words of the text, amounts.</summary>
internal sealed class ObjectiveAssembly(DecodedReading reading, TextSpans spans, StatementAssembly statements)
{
    private const int LongestName = 6;

    private static readonly FrozenSet<string> Gains = "profit revenue earning income return interest".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Spendings = "cost expense wage spending price bill expenditure payment salary".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Openers = "the a an his her its their our my your he she it they we you to".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Closers = (
        "while and but if given subject so that which who by when where with under using it he she they we you i is are can could will would should must "
        + "without needed required used produced made sold generated earned spent taken for such in at from within whose over").Split(' ').ToFrozenSet();

    private readonly TextContext _text = reading.Context.Text;
    private readonly Token[] _tokens = spans.Tokens;

    /// <summary>The objective.</summary>
    public ObjectiveStatement Objective()
    {
        var sense = reading.IsMinimization ? ObjectiveSense.Minimize : ObjectiveSense.Maximize;
        var anchor = _text.ObjectiveCue ?? LastToken();
        if (reading.ObjectiveTerms is not { } column)
        {
            var count = Enumerable.Range(0, reading.Context.Count).Select(variable => new WeightedVariable(new DecisionVariableId(variable), new SourcedNumber(1)));
            return new(sense, ObjectiveClass.Count, Name() ?? "total number", [.. count])
            {
                Evidence = [spans.Sentence(anchor)],
                Probability = reading.ObjectiveProbability,
            };
        }

        var isMoney = column.Any(number => number is { Quantity.IsMoney: true });
        var name = Name();
        var difference = CostDeduction.Of(reading);
        var kind = difference is null ? ClassOf(name, isMoney) : ObjectiveClass.RevenueMinusCost;
        var terms = statements.Terms(difference?.Prices ?? column);
        if (difference is not null)
            terms = [.. terms.Select(term => term with { Deduction = statements.Number(difference.Costs[term.Variable.Index]) })];
        return new(sense, kind, name ?? (kind switch { ObjectiveClass.Profit or ObjectiveClass.RevenueMinusCost => "profit", ObjectiveClass.Cost => "cost", _ => "total" }), terms)
        {
            Unit = isMoney || kind is not (ObjectiveClass.Profit or ObjectiveClass.Cost or ObjectiveClass.RevenueMinusCost) ? statements.Unit(column, null) : MoneyOfLimits(),
            Evidence = StatementAssembly.Distinct([spans.Sentence(anchor), .. statements.Evidence(difference?.Prices ?? column), .. statements.Evidence(difference?.Costs ?? [])]),
            Probability = reading.ObjectiveProbability * statements.Probability(column),
        };
    }

    private ObjectiveClass ClassOf(string? name, bool isMoney)
    {
        var words = Tokenizer.Tokenize(name ?? "");
        var last = words.LastOrDefault(IsMoneyWord);
        if (last is not null) return Gains.Contains(last.Stem) ? ObjectiveClass.Profit : ObjectiveClass.Cost;
        if (!isMoney) return ObjectiveClass.Resource;
        return reading.IsMinimization ? ObjectiveClass.Cost : ObjectiveClass.Profit;
    }

    /// <summary>Returns in percent of money are money: the currency of the first limit in money; null where there is none.</summary>
    private string? MoneyOfLimits() =>
        reading.Rows.FirstOrDefault(row => row.Number is { Quantity.IsMoney: true })?.Number is { } number ? spans.Currency(number.Quantity) : null;

    /// <summary>The objective's name in the words of the text; null where it is not said.</summary>
    private string? Name()
    {
        if (_text.ObjectiveCue is not { } cue) return null;
        var isPassive = _tokens[cue].Lower.EndsWith("ed", StringComparison.Ordinal);
        return (isPassive ? NameBefore(cue) : null) ?? NameAfter(cue) ?? TaggedName();
    }

    private string? NameAfter(int cue)
    {
        var first = cue + 1;
        while (IsInSentence(first, cue) && (Openers.Contains(_tokens[first].Lower) || _tokens[first].Lower is "of" or "overall" or "possible")) first++;
        var end = first;
        while (IsInSentence(end, cue) && end - first < LongestName && _tokens[end] is { IsWord: true } or { Raw: "-" } && !Closers.Contains(_tokens[end].Lower)
            && !_tokens[end].IsNumber && !(end > first && EndsName(_tokens[end - 1], _tokens[end]))) end++;
        return Trimmed(first, end);
    }

    /// <summary>"The minimum cost diet" names the cost; "the cost of the diet" and "the wage bill" go on.</summary>
    private static bool EndsName(Token word, Token next) =>
        IsMoneyWord(word) && !IsMoneyWord(next) && next.Lower is not ("of" or "on" or "per");

    private static bool IsMoneyWord(Token word) => Gains.Contains(word.Stem) || Spendings.Contains(word.Stem);

    /// <summary>"the total cost is minimized".</summary>
    private string? NameBefore(int cue)
    {
        var end = cue;
        while (IsInSentence(end - 1, cue) && _tokens[end - 1].Lower is "is" or "are" or "be" or "must" or "should" or "to" or "has" or "have") end--;
        var first = end;
        while (IsInSentence(first - 1, cue) && end - first < LongestName && _tokens[first - 1].IsWord && !_tokens[first - 1].IsNumber
            && !(Openers.Contains(_tokens[first - 1].Lower) || Closers.Contains(_tokens[first - 1].Lower))) first--;
        return end < cue ? Trimmed(first, end) : null;
    }

    private string? TaggedName()
    {
        var span = Tag.Spans(_text.Labels).Find(span => span.Kind == TagKind.ObjectiveName && _tokens[span.First].Sentence == _text.ObjectiveSentence);
        return span.End > span.First ? Trimmed(span.First, span.End) : null;
    }

    /// <summary>The words without openers, possessive endings and dangling prepositions; null when none are left.</summary>
    private string? Trimmed(int first, int end)
    {
        while (first < end && (Openers.Contains(_tokens[first].Lower) || !_tokens[first].IsAlphanumeric)) first++;
        for (var index = first; index < end; index++)
            if (_tokens[index].Raw is "'" or "'s" or "’s" or "’") first = index + 1;
        while (end > first && (!_tokens[end - 1].IsAlphanumeric || _tokens[end - 1].Lower is "of" or "the" or "to" or "on" or "a")) end--;
        return end > first ? spans.Words(first, end).ToLowerInvariant() : null;
    }

    private bool IsInSentence(int index, int cue) => index >= 0 && index < _tokens.Length && _tokens[index].Sentence == _tokens[cue].Sentence;

    private int LastToken() => Array.FindLastIndex(_tokens, token => token.IsAlphanumeric) is >= 0 and var index ? index : _tokens.Length - 1;
}
