using NlOpt.Formulation;
using NlOpt.Pipeline.Diagnosis;
using Spectre.Console.Rendering;

namespace NlOpt.Cli.Screens;

/// <summary>Rules that contradict each other, and what would mend that.</summary>
internal static class ConflictScreen
{
    public static void Show(Screen screen, ProblemFormulation formulation, ConflictReport report)
    {
        foreach (var (position, conflict) in report.Conflicts.Index())
        {
            if (position > 0) screen.Gap();
            screen.Paragraph(Opening(conflict, position));
            screen.Columns(conflict.Statements.Select(index => Card(index, conflict, formulation)));
            var facts = conflict.Members.Where(member => member is ConflictMember.Wholeness or ConflictMember.DoneOrNot)
                .Select(member => ConflictWords.Of(member, formulation)).ToList();
            if (facts.Count > 0) screen.Paragraph($"It also needs that: {string.Join("; ", facts)}.", Screen.Faint);
            if (conflict.IsAmongMusts) screen.Paragraph("All of these are musts, so one of them has to be looked at again.", Screen.Warning);
            if (!conflict.IsIrreducible) screen.Paragraph("There was no time to tell whether all of them are needed for it.", Screen.Faint);
        }

        ShowTogether(screen, formulation, report);
        if (!report.IsComplete && !report.Conflicts.Any(conflict => conflict.IsAmongMusts))
            screen.Paragraph("There may be more conflicts: a solve was stopped before it could tell.", Screen.Warning);
    }

    private static string Opening(RuleConflict conflict, int position) => (conflict.Statements.Count(), position) switch
    {
        (1, _) => "This rule cannot be met by any plan:",
        (_, 0) => "These rules contradict each other; without any one of them, the others in this list can be met:",
        _ => "Apart from that, these rules contradict each other:",
    };

    private static IRenderable[] Card(int index, RuleConflict conflict, ProblemFormulation formulation)
    {
        List<IRenderable> lines = [Screen.Words(PlainSentence.Of(formulation.Statements[index], formulation), Screen.Strong)];
        if (conflict.Repairs.FirstOrDefault(repair => repair.StatementIndex == index) is { } repair)
            lines.Add(Screen.Words($"→ {repair.Text}{(repair.IsEnough ? "" : ", with the other conflict mended too")}", Screen.Good));
        else if (conflict.Members.Contains(new ConflictMember.OfStatement(index, IsMust: true)))
            lines.Add(Screen.Words("a must", Screen.Faint));
        return [Screen.Words($"Rule {index + 1}"), Screen.Stack(lines)];
    }

    /// <summary>Where one change is enough, the card says so already.</summary>
    private static void ShowTogether(Screen screen, ProblemFormulation formulation, ConflictReport report)
    {
        if (report.Together.Length < 2 && report.Conflicts.Any(conflict => conflict.Repairs.Any(repair => repair.IsEnough))) return;
        if (report.Together.IsEmpty) return;
        var changes = report.Together.Select(repair => $"{ConflictWords.PlaceOf(repair.StatementIndex, formulation)}: {repair.Text}");
        screen.Paragraph($"Together these changes make a plan possible: {string.Join("; ", changes)}.", Screen.Good);
    }
}
