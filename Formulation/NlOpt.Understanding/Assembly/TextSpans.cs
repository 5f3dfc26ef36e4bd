using NlOpt.Formulation;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Assembly;

/// <summary>Turns runs of tokens into evidence: numbers with their signs, clauses and sentences without what only punctuates them.</summary>
internal sealed class TextSpans(SourceText source, Token[] tokens)
{
    private const int FewestClauseWords = 3;

    public Token[] Tokens => tokens;

    /// <summary>A run of tokens, at least one.</summary>
    public Evidence Of(int first, int end) => source.Span(tokens[first].Start, tokens[end - 1].End);

    /// <summary>The words of a run of tokens as written, blanks and line ends made single blanks.</summary>
    public string Words(int first, int end) => string.Join(
        ' ', source.Plain[tokens[first].Start..tokens[end - 1].End].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A number with its percent sign, scale and currency.</summary>
    public Evidence Number(Quantity quantity)
    {
        var (first, end) = (quantity.First, quantity.End);
        if (CurrencyBefore(quantity) is not null) first--;
        else if (CurrencyAfter(quantity) is not null) end++;
        return Of(first, end);
    }

    /// <summary>The currency sign of an amount of money; null where the number has none.</summary>
    public string? Currency(Quantity quantity) => CurrencyBefore(quantity) ?? CurrencyAfter(quantity) ?? (quantity.IsMoney ? "$" : null);

    /// <summary>The sentence of a token.</summary>
    public Evidence Sentence(int token)
    {
        var (first, end) = SentenceRange(token);
        return Trimmed(first, end);
    }

    /// <summary>The clause of a token; the whole sentence where the clause has too few words to be understood alone.</summary>
    public Evidence Clause(int token)
    {
        var (start, stop) = SentenceRange(token);
        var (first, end) = (token, token + 1);
        while (first > start && !StartsClause(first)) first--;
        while (end < stop && !StartsClause(end)) end++;
        var words = 0;
        for (var index = first; index < end; index++)
            if (tokens[index].IsAlphanumeric) words++;
        return words >= FewestClauseWords ? Trimmed(first, end) : Trimmed(start, stop);
    }

    /// <summary>First token of the sentence of a token, and one past its last.</summary>
    public (int First, int End) SentenceRange(int token)
    {
        var (first, end) = (token, token + 1);
        while (first > 0 && tokens[first - 1].Sentence == tokens[token].Sentence) first--;
        while (end < tokens.Length && tokens[end].Sentence == tokens[token].Sentence) end++;
        return (first, end);
    }

    private string? CurrencyBefore(Quantity quantity) =>
        quantity.First > 0 && tokens[quantity.First - 1].Raw is "$" or "€" or "£" ? tokens[quantity.First - 1].Raw : null;

    private string? CurrencyAfter(Quantity quantity)
    {
        if (quantity.End >= tokens.Length) return null;
        var next = tokens[quantity.End];
        var startsNumber = quantity.End + 1 < tokens.Length && tokens[quantity.End + 1].IsNumber && tokens[quantity.End + 1].Start == next.End;
        return next.Raw switch
        {
            "$" or "€" or "£" when next.Start == tokens[quantity.End - 1].End && !startsNumber => next.Raw,
            _ when !quantity.IsMoney => null,
            _ => next.Lower switch
            {
                "dollar" or "dollars" or "usd" => "$",
                "euro" or "euros" => "€",
                _ => null,
            },
        };
    }

    private bool StartsClause(int token) =>
        tokens[token].Raw is ";" or ":" || tokens[token].Lower is "but" or "while" or "whereas"
        || (tokens[token].Raw == "," && token + 1 < tokens.Length && tokens[token + 1].Lower is "and" or "but" or "while" or "whereas" or "so" or "however");

    /// <summary>Leaves out joining words and marks at the edges.</summary>
    private Evidence Trimmed(int first, int end)
    {
        var (start, stop) = (first, end);
        while (start + 1 < stop && tokens[start] is { Raw: "," or ";" or ":" or "-" or "*" or "•" or "." or ")" } or { Lower: "and" or "but" or "so" }) start++;
        while (stop - 1 > start && tokens[stop - 1].Raw is "," or ";" or ":" or "." or "?" or "!" or "-") stop--;
        return Of(start, stop);
    }
}
