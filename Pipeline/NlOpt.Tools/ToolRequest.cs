using System.Collections.Immutable;
using System.Text.Json;
using NlOpt.Formulation;
using NlOpt.Solving;

namespace NlOpt.Tools;

/// <summary>The arguments of an operation, as far as it has them.</summary>
/// <param name="Problem">The problem in words.</param>
/// <param name="Kinds">Which amounts are whole.</param>
/// <param name="Options">For the engine; always with a time limit.</param>
/// <param name="Changes">Changes to try; empty where there are none.</param>
/// <param name="Musts">Positions of rules that must stay; empty where there are none.</param>
/// <param name="Format">Format of an export; null where none is asked for.</param>
internal sealed record ToolRequest(
    string Problem, AmountKinds Kinds, SolveOptions Options, ImmutableArray<string> Changes, ImmutableArray<int> Musts, string? Format)
{
    /// <summary>The names of <see cref="AmountKinds"/> as they are asked for.</summary>
    public static ImmutableArray<string> KindNames { get; } = ["as-understood", "whole", "divisible"];

    /// <summary>Reads arguments by the parameters of an operation; they are untrusted.</summary>
    /// <exception cref="JsonException">They do not keep to the schema; the message says where.</exception>
    public static ToolRequest Read(JsonElement arguments, ImmutableHashSet<string> parameters, ToolLimits limits) =>
        new JsonPart(arguments, "").Object(root =>
        {
            JsonPart? Field(string name) => parameters.Contains(name) ? root.FieldOrNull(name) : null;
            var seconds = Field(ToolCatalogue.Seconds)?.Number() ?? limits.LongestTime.TotalSeconds;
            if (seconds <= 0 || seconds > limits.LongestTime.TotalSeconds)
                throw root.Field(ToolCatalogue.Seconds).Wrong($"must be above 0 and at most {limits.LongestTime.TotalSeconds}");
            return new ToolRequest(
                Text(root.Field(ToolCatalogue.Problem), limits.LongestProblem),
                Field(ToolCatalogue.Kinds) is { } kinds ? (AmountKinds)KindNames.IndexOf(Word(kinds, KindNames)) : AmountKinds.AsUnderstood,
                new SolveOptions { TimeLimit = TimeSpan.FromSeconds(seconds) },
                parameters.Contains(ToolCatalogue.Changes)
                    ? List(root.Field(ToolCatalogue.Changes), limits, 1, part => Text(part, ToolCatalogue.LongestChange))
                    : [],
                Field(ToolCatalogue.Musts) is { } musts ? List(musts, limits, 0, part => part.Whole() - 1) : [],
                parameters.Contains(ToolCatalogue.Format) ? Word(root.Field(ToolCatalogue.Format), Pipeline.ModelText.Formats) : null);
        });

    private static string Text(JsonPart part, int longest)
    {
        var text = part.Text();
        if (string.IsNullOrWhiteSpace(text)) throw part.Wrong("must not be empty");
        return text.Length <= longest ? text : throw part.Wrong($"must have at most {longest} characters");
    }

    private static string Word(JsonPart part, ImmutableArray<string> words) =>
        words.Contains(part.Text()) ? part.Text() : throw part.Wrong($"must be one of {string.Join(", ", words)}");

    private static ImmutableArray<T> List<T>(JsonPart part, ToolLimits limits, int fewest, Func<JsonPart, T> read)
    {
        var items = part.List(read);
        return items.Length >= fewest && items.Length <= limits.MostItems
            ? items
            : throw part.Wrong($"must have {fewest} to {limits.MostItems} items");
    }
}
