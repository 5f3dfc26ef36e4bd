using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using NlOpt.Modeling;
using NlOpt.Pipeline;

namespace NlOpt.Tools;

/// <summary>The operations with their descriptions and schemas.</summary>
internal static class ToolCatalogue
{
    public const string Problem = "problem";
    public const string Kinds = "amounts";
    public const string Seconds = "time_limit_seconds";
    public const string Changes = "changes";
    public const string Musts = "fixed_rules";
    public const string Format = "format";

    /// <summary>Most characters of a change.</summary>
    public const int LongestChange = 1000;

    /// <summary>The operations over some engines.</summary>
    public static ImmutableArray<ToolOperation> Of(ToolEngines engines, ToolLimits limits)
    {
        var problem = ToolParameter.Text(
            Problem,
            "The decision problem in plain English, as the user told it: what is decided, what is to be large or small, every limit with its number.",
            limits.LongestProblem);
        var kinds = ToolParameter.Choice(
            Kinds, "Which amounts are whole numbers; left out: as the text suggests.", isRequired: false, ToolRequest.KindNames);
        var seconds = ToolParameter.Positive(
            Seconds, "Stop solving after that many seconds with the best plan so far.", limits.LongestTime.TotalSeconds);
        var changes = ToolParameter.List(
            Changes,
            """
            Changes to try together: "chairs <= 30", "at least 5 tables", "2 chairs + tables <= 40", "rule 2: 50" or "without rule 3". Names and
            rule numbers are those of formulate.
            """,
            isRequired: true,
            new JsonObject { ["type"] = "string", ["maxLength"] = LongestChange },
            limits.MostItems);
        var musts = ToolParameter.List(
            Musts,
            "Numbers of rules that cannot be changed.",
            isRequired: false,
            new JsonObject { ["type"] = "integer", ["minimum"] = 1 },
            limits.MostItems);
        var format = ToolParameter.Choice(Format, "The format.", isRequired: true, ModelText.Formats);
        return
        [
            Make(
                "formulate",
                "Formulate",
                """
                Read a decision problem into a checked optimization model: what is decided, what is wanted, each rule as a plain sentence with the
                words it came from, and every number that was left out. Use it to check the understanding before solving.
                """,
                ReadingOperations.Formulate,
                problem, kinds),
            Make(
                "ask_open_questions",
                "Ask open questions",
                """
                List what is unclear or missing in a decision problem, the costliest doubt first, with what another answer would change. Ask the user,
                then write the answers into the problem.
                """,
                SolvingOperations.Questions,
                problem, kinds, seconds),
            Make(
                "solve",
                "Solve",
                "Find the best plan of a decision problem, exactly: the amounts, the value of the objective, and what limits it.",
                SolvingOperations.Solve,
                problem, kinds, seconds),
            Make(
                "diagnose",
                "Diagnose",
                """
                Say why a decision problem has no plan and what would mend it, which limit is missing where there is no end, or what each limit is
                worth and which other plans are nearly as good.
                """,
                SolvingOperations.Diagnose,
                problem, kinds, seconds, musts),
            Make(
                "what_if",
                "What if",
                "Say what changes of a decision problem would do to its best plan.",
                SolvingOperations.WhatIf,
                problem, changes, kinds, seconds),
            Make(
                "export",
                "Export",
                "Write the optimization model of a decision problem as a file for other programs: LP, MPS, JSON, LaTeX or C#.",
                ReadingOperations.Export,
                problem, format, kinds),
        ];

        ToolOperation Make(
            string name,
            string title,
            string description,
            Func<ToolEngines, ToolRequest, CancellationToken, Result<Action<Utf8JsonWriter>>> run,
            params ToolParameter[] parameters)
        {
            // A node of JSON has one parent: every schema has its own copies.
            var schema = ToolParameter.SchemaOf(parameters.Select(parameter => parameter with { Schema = parameter.Schema.DeepClone().AsObject() }));
            var names = parameters.Select(parameter => parameter.Name).ToImmutableHashSet(StringComparer.Ordinal);
            return new(
                name,
                title,
                description.ReplaceLineEndings(" "),
                schema,
                (arguments, cancellationToken) => engines.Run(arguments, names, run, cancellationToken));
        }
    }
}
