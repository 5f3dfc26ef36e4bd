using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Decoding;

namespace NlOpt.Understanding.Assembly;

/// <summary>The phrases of questions: variables, limits and amounts as the text names them, quotes of a readable length.</summary>
internal sealed class QuestionWords(SourceText source, TextSpans spans, ReadingContext context, ProblemFormulation formulation)
{
    private const int LongestQuote = 90;

    // What is said of many readings is made once; their columns share their arrays.
    private readonly Dictionary<NumberContext, string> _amounts = [];
    private readonly Dictionary<NumberContext?[], string> _columns = [];
    private readonly string _together = formulation.Variables.Length > 1 ? $"{List(formulation)} together" : List(formulation);

    /// <summary>The words of a span in quotation marks; of long ones the beginning.</summary>
    public string Quote(Evidence evidence) => Cut(Words(evidence), 0);

    /// <summary>The clause of a token in quotation marks; of long ones what stands around the token.</summary>
    public string Quote(int token)
    {
        var clause = spans.Clause(token);
        var before = spans.Of(token, token + 1).Start - clause.Start;
        return Cut(Words(clause), Words(clause with { End = clause.Start + before + 1 }).Length - 1);
    }

    /// <summary>A statement as a phrase.</summary>
    public string Say(Statement statement)
    {
        var sentence = PlainSentence.Of(statement, formulation);
        return char.ToLowerInvariant(sentence[0]) + sentence[1..^1];
    }

    /// <summary>A number as written.</summary>
    public string Number(NumberContext number) => source.Source.Quote(spans.Number(number.Quantity));

    /// <summary>A number as written with what it counts: "40 hours".</summary>
    public string Amount(NumberContext number)
    {
        if (!_amounts.TryGetValue(number, out var amount))
            _amounts[number] = amount = AmountNoun.Of(context, number, spans) is { } noun ? Joined(Number(number), noun) : Number(number);
        return amount;
    }

    /// <summary>The name of a variable.</summary>
    public string Name(int variable) => formulation.Variables[variable].Name;

    /// <summary>All variables: "chairs and tables".</summary>
    public string AllNames() => List(formulation);

    /// <summary>Each variable as what a limit limits: "only chairs".</summary>
    public ImmutableArray<string> EachAlone { get; } = [.. formulation.Variables.Select(variable => $"only {variable.Name}")];

    /// <summary>All variables as what a limit limits.</summary>
    public string Together() => _together;

    /// <summary>What a row limits.</summary>
    public string Target(DecodedRow row) => row.Kind switch
    {
        LimitKind.Sum => Together(),
        LimitKind.Bound => EachAlone[row.Variable],
        LimitKind.Ratio => $"the share of {Name(row.Variable)} among all",
        LimitKind.Column => Column(row.Terms!),
        _ => $"{Name(row.Variable)} against {Name(row.Other)}",
    };

    /// <summary>The total of a column: "the total of 3 for chairs and 5 for tables".</summary>
    public string Column(NumberContext?[] column)
    {
        if (!_columns.TryGetValue(column, out var words))
        {
            _columns[column] = words = "the total of " + PlainSentence.List(
                from variable in Enumerable.Range(0, column.Length)
                where column[variable] is not null
                select $"{Amount(column[variable]!)} for {Name(variable)}");
        }

        return words;
    }

    /// <summary>What an objective adds up.</summary>
    public string Objective(NumberContext?[]? terms) => terms is null ? $"the number of {AllNames()}" : Column(terms);

    private static string List(ProblemFormulation formulation) => PlainSentence.List(formulation.Variables.Select(variable => variable.Name));

    /// <summary>A number and what it counts; money may be written with its word: "15 dollars".</summary>
    private static string Joined(string written, string noun)
    {
        var first = noun.Split(' ')[0];
        return written.EndsWith(" " + first, StringComparison.OrdinalIgnoreCase) ? written + noun[first.Length..] : $"{written} {noun}";
    }

    private string Words(Evidence evidence) => string.Join(' ', source.Source.Quote(evidence).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>At most <see cref="LongestQuote"/> characters, cut between words, with a position in the middle where it can be.</summary>
    private static string Cut(string words, int position)
    {
        var from = Math.Clamp(position - LongestQuote / 2, 0, Math.Max(0, words.Length - LongestQuote));
        var to = Math.Min(words.Length, from + LongestQuote);
        if (from > 0 && words.IndexOf(' ', from, position - from) is > 0 and var first) from = first + 1;
        if (to < words.Length && words.LastIndexOf(' ', to - 1, to - position) is > 0 and var last) to = last;
        return $"“{(from > 0 ? "… " : "")}{words[from..to]}{(to < words.Length ? " …" : "")}”";
    }
}
