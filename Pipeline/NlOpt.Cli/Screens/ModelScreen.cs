using System.Globalization;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Solving;
using Spectre.Console.Rendering;

namespace NlOpt.Cli.Screens;

/// <summary>A model that came from a file, and its solution.</summary>
internal static class ModelScreen
{
    /// <summary>Most variables and rows to list; larger models are for --json.</summary>
    public const int MostLines = 40;

    /// <summary>Shows what was read and what came out.</summary>
    public static void Show(Screen screen, Model model, SolveResult result)
    {
        screen.Heading("The model");
        screen.Paragraph(Counts(model));
        if (model.Objective.Expression.Terms.Length <= MostLines) screen.Paragraph(AlgebraText.OfObjective(model), Screen.Algebra);
        screen.Gap();
        screen.Heading("The solution");
        screen.Paragraph(OutcomeWords.Of(result), OutcomeWords.StyleOf(result));
        ShowRay(screen, model, result);
        if (result.Primal is not { } primal) return;
        screen.Paragraph($"objective value {AmountText.Of(primal.ObjectiveValue)}", Screen.Strong);
        ShowValues(screen, model, primal);
        ShowLimits(screen, model, result, primal);
    }

    private static void ShowRay(Screen screen, Model model, SolveResult result)
    {
        if (result.PrimalRay is not { } ray) return;
        var names = model.Variables.Where(variable => ray[variable.Id.Index] != 0).Select(variable => variable.Name).ToList();
        screen.Paragraph($"Nothing limits: {string.Join(", ", names.Take(MostLines))}{(names.Count > MostLines ? ", …" : "")}");
    }

    private static void ShowValues(Screen screen, Model model, PrimalSolution primal)
    {
        var used = model.Variables.Where(variable => primal[variable.Id] != 0).ToList();
        screen.Columns(used.Take(MostLines).Select(variable => (IRenderable[])
            [Screen.Words(variable.Name), Screen.Words(AmountText.Of(primal[variable.Id]), Screen.Strong)]));
        More(screen, used.Count, "variables that are not zero");
        if (used.Count < model.Variables.Length) screen.Paragraph(Count(model.Variables.Length - used.Count, "variable") + " at zero", Screen.Faint);
    }

    private static void ShowLimits(Screen screen, Model model, SolveResult result, PrimalSolution primal)
    {
        if (model.Rows.IsEmpty) return;
        screen.Gap();
        screen.Heading("What limits it");
        screen.Columns(model.Rows.Take(MostLines).Select(row => LimitRow(row, model, result, primal)));
        More(screen, model.Rows.Length, "rows");
    }

    private static IRenderable[] LimitRow(Row row, Model model, SolveResult result, PrimalSolution primal)
    {
        var words = LimitWords.Of(row.Expression.Evaluate(primal.Values), row.Lower, row.Upper, value => AmountText.Of(value), out var binds);
        var dual = result.Dual is { } duals && duals[row.Id] != 0 ? $"; dual value {AmountText.Of(duals[row.Id])}" : "";
        var algebra = row.Expression.Terms.Length <= MostLines / 4 ? Screen.Pretty(AlgebraText.Of(row, model)) : Count(row.Expression.Terms.Length, "term");
        return
        [
            Screen.Words(row.Name ?? "row " + (row.Id.Index + 1).ToString(CultureInfo.InvariantCulture)),
            Screen.Stack([Screen.Words(algebra, Screen.Algebra), Screen.Words(words + dual, binds ? Screen.Strong : Screen.Plain)]),
        ];
    }

    private static string Counts(Model model)
    {
        var kinds = model.Variables.GroupBy(variable => variable.Kind).OrderBy(group => group.Key)
            .Select(group => $"{AmountText.Of(group.Count())} {group.Key.ToString().ToLowerInvariant()}");
        var indicators = model.Indicators.IsEmpty ? "" : $", {Count(model.Indicators.Length, "indicator row")}";
        return $"{Count(model.Variables.Length, "variable")} ({string.Join(", ", kinds)}), {Count(model.Rows.Length, "row")}{indicators}";
    }

    private static string Count(int count, string noun) => $"{AmountText.Of(count)} {noun}{(count == 1 ? "" : "s")}";

    private static void More(Screen screen, int count, string what)
    {
        if (count > MostLines) screen.Paragraph($"… and {AmountText.Of(count - MostLines)} more {what}; --json gives all of them", Screen.Faint);
    }
}
