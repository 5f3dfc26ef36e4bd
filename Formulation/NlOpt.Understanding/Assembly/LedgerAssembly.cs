using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using NlOpt.Formulation;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Assembly;

/// <summary>Accounts for every number of the text, those inside words ("12-month") included.</summary>
internal sealed class LedgerAssembly(TextSpans spans, IReadOnlyList<Quantity> quantities)
{
    /// <summary>The reason of numbers that look like any other and were not used.</summary>
    public const string NotNeeded = "it is not needed for the plan as read";

    private const string SingleThing = "“one” stands for a single thing here, not for an amount";

    private static readonly FrozenSet<string> Kinds =
        "kind type sort option product item model variety way category class brand size style different".Split(' ').ToFrozenSet();

    private readonly Token[] _tokens = spans.Tokens;

    /// <summary>The ledger of a formulation.</summary>
    public ImmutableArray<LedgerEntry> Build(ImmutableArray<DecisionVariable> variables, ObjectiveStatement objective, ImmutableArray<Statement> statements)
    {
        var found = quantities.ToDictionary(spans.Number, quantity => (Number: quantity.Value, Reason: (Func<string>)(() => Reason(quantity, variables.Length))));
        foreach (var (token, value) in NumbersInWords())
            found.TryAdd(spans.Of(token, token + 1), (value, () => _tokens[token].Lower == "one" ? SingleThing : $"it is part of the word “{WordAround(token)}”"));
        return LedgerBuilder.Build(
            found.Select(entry => new FoundNumber(entry.Key, entry.Value.Number)), variables, objective, statements, number => found[number.Evidence].Reason());
    }

    /// <summary>Numbers that are part of a longer word, so that the number reader passes them over.</summary>
    private IEnumerable<(int Token, double Value)> NumbersInWords()
    {
        for (var index = 0; index < _tokens.Length; index++)
        {
            if (!_tokens[index].IsNumber || quantities.Any(quantity => quantity.First <= index && index < quantity.End)) continue;
            if (NumberWords.Units.TryGetValue(_tokens[index].Lower, out var value)
                || (double.TryParse(_tokens[index].Raw.Replace(",", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out value)
                    && double.IsFinite(value))) yield return (index, value);
        }
    }

    private string Reason(Quantity quantity, int variableCount)
    {
        var next = quantity.End < _tokens.Length ? _tokens[quantity.End] : null;
        if (quantity.First > 0 && _tokens[quantity.First - 1] is { IsWord: true } letters && letters.End == _tokens[quantity.First].Start)
            return $"it is part of the word “{WordAround(quantity.First)}”";
        if (quantity.Value == 1 && !quantity.IsMoney) return $"“{spans.Words(quantity.First, quantity.End)}” stands for a single one here, not for an amount";
        if (quantity.Value == 0) return "amounts are never below zero anyway";
        var isSmall = quantity.Value is >= 2 and <= 20 && quantity.Value == Math.Floor(quantity.Value);
        if (isSmall && Following(quantity.End, 3).Any(token => Kinds.Contains(token.Stem))) return "it counts the kinds of things";
        if (isSmall && quantity.Value == variableCount && quantity is { IsMoney: false, IsPercent: false, IsMultiple: false } && next is { IsWord: true })
            return "it counts the things to choose from";
        if (next?.Raw is ")" or "." && quantity.First > 0 && _tokens[quantity.First - 1].Raw is "(") return "it numbers a point of the text";
        var isYear = quantity is { Word: "#", IsMoney: false, IsPercent: false, Value: >= 1900 and <= 2100 } && quantity.Value == Math.Floor(quantity.Value)
            && quantity.First > 0 && _tokens[quantity.First - 1].Lower is "in" or "year" or "since" or "by" && next is not { IsWord: true };
        if (isYear) return "it is a year";
        var earlier = quantities.FirstOrDefault(other => other.First < quantity.First && other.Value == quantity.Value && other.IsPercent == quantity.IsPercent);
        return earlier is not null && Following(quantity.End, 1).Select(token => token.Stem).SequenceEqual(Following(earlier.End, 1).Select(token => token.Stem))
            ? $"it repeats “{spans.Words(earlier.First, Math.Min(earlier.End + 1, _tokens.Length))}”"
            : NotNeeded;
    }

    private IEnumerable<Token> Following(int index, int most) => _tokens.Skip(index).Take(most);

    /// <summary>The run of tokens that hang together without blanks.</summary>
    private string WordAround(int token)
    {
        var (first, end) = (token, token + 1);
        while (first > 0 && _tokens[first - 1].End == _tokens[first].Start && (_tokens[first - 1].IsAlphanumeric || _tokens[first - 1].Raw == "-")) first--;
        while (end < _tokens.Length && _tokens[end].Start == _tokens[end - 1].End && (_tokens[end].IsAlphanumeric || _tokens[end].Raw == "-")) end++;
        return spans.Words(first, end);
    }
}
