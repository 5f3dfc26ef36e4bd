using NlOpt.Formulation;
using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Decoding;

namespace NlOpt.Understanding.Assembly;

/// <summary>The phrases of questions: variables, limits and amounts as the text names them, quotes of a readable length.</summary>
internal sealed class QuestionWords(SourceText source, TextSpans spans, ReadingContext context, ProblemFormulation formulation)
{
    private const int LongestQuote = 90;

    /// <summary>The words of a span in quotation marks; long ones are cut.</summary>
    public string Quote(Evidence evidence)
    {
        var words = string.Join(' ', source.Source.Quote(evidence).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (words.Length <= LongestQuote) return $"“{words}”";
        var cut = words.LastIndexOf(' ', LongestQuote);
        return $"“{words[..(cut > 0 ? cut : LongestQuote)]} …”";
    }

    /// <summary>The clause of a number in quotation marks.</summary>
    public string Quote(NumberContext number) => Quote(spans.Clause(number.First));

    /// <summary>A number as written.</summary>
    public string Number(NumberContext number) => source.Source.Quote(spans.Number(number.Quantity));

    /// <summary>A number as written with what it counts: "40 hours".</summary>
    public string Amount(NumberContext number) =>
        AmountNoun.Of(context, number, spans) is { } noun ? $"{Number(number)} {noun}" : Number(number);

    /// <summary>The name of a variable.</summary>
    public string Name(int variable) => formulation.Variables[variable].Name;

    /// <summary>All variables: "chairs and tables".</summary>
    public string AllNames() => PlainSentence.List(formulation.Variables.Select(variable => variable.Name));

    /// <summary>What a row limits.</summary>
    public string Target(DecodedRow row) => row.Kind switch
    {
        LimitKind.Sum when formulation.Variables.Length > 1 => $"{AllNames()} together",
        LimitKind.Sum => AllNames(),
        LimitKind.Bound => $"only {Name(row.Variable)}",
        LimitKind.Ratio => $"the share of {Name(row.Variable)} among all",
        LimitKind.Column => Column(row.Terms!),
        _ => $"{Name(row.Variable)} against {Name(row.Other)}",
    };

    /// <summary>The total of a column: "the total of 3 for chairs and 5 for tables".</summary>
    public string Column(NumberContext?[] column) => "the total of " + PlainSentence.List(
        from variable in Enumerable.Range(0, column.Length)
        where column[variable] is not null
        select $"{Amount(column[variable]!)} for {Name(variable)}");

    /// <summary>What an objective adds up.</summary>
    public string Objective(NumberContext?[]? terms) => terms is null ? $"the number of {AllNames()}" : Column(terms);
}
