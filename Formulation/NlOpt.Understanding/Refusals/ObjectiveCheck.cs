using System.Collections.Frozen;
using NlOpt.Modeling;
using NlOpt.Understanding.Assembly;
using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Refusals;

/// <summary>Refuses texts that say of nothing that it should be as large or as small as possible.</summary>
internal static class ObjectiveCheck
{
    private static readonly FrozenSet<string> Words = (
        "most least fewest lowest cheapest smallest highest largest greatest best minimum maximum minimal maximal biggest shortest fastest quickest "
        + "optimal optimally optimize optimise optimum cut lower raise boost lift push drive grow shrink trim save improve").Split(' ').ToFrozenSet();

    private static readonly string[] Starts = ["maximi", "minimi", "decreas", "reduc", "increas"];

    /// <summary>The refusal; null when something is wanted, be it said or implied.</summary>
    public static Diagnostic? Check(SourceText source, Token[] tokens, IReadOnlyList<Quantity> quantities) =>
        SaysExtreme(tokens) || Asks(tokens) || ImpliedObjective.Of(tokens, quantities) is not null
        ? null
        : Diagnostic.Error(
            "read.no-objective",
            "the text does not say what is wanted: nothing is to be as large or as small as possible",
            source.Location(0),
            "say it, for example “maximize the profit” or “at the lowest cost”");

    /// <summary>True when something is to be the largest, smallest or best; a bare "how many" also stands in questions that only ask to compute.</summary>
    public static bool SaysExtreme(Token[] tokens)
    {
        for (var index = 0; index < tokens.Length; index++)
        {
            var lower = tokens[index].Lower;
            if (Words.Contains(lower) && !(lower is "most" or "least" && index > 0 && tokens[index - 1].Lower == "at")) return true;
            if (Array.Exists(Starts, start => lower.StartsWith(start, StringComparison.Ordinal))) return true;
            // "as many as possible"
            if (lower == "possible" && index > 0 && tokens[Math.Max(0, index - 5)..index].Any(token => token.Lower == "as")) return true;
            if (DegreeWords.IsCue(tokens, index)) return true;
        }

        return false;
    }

    private static bool Asks(Token[] tokens)
    {
        for (var index = 0; index + 1 < tokens.Length; index++)
            if (tokens[index].Lower == "how" && tokens[index + 1].Lower is "many" or "much") return true;
        return false;
    }
}
