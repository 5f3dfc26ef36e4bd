using System.Globalization;
using NlOpt.Evaluation;
using Spectre.Console.Rendering;

namespace NlOpt.Cli.Screens;

/// <summary>How the understanding of recorded dialogues converges.</summary>
internal static class ReplayScreen
{
    private static readonly IRenderable[] Heads =
    [
        Screen.Words("client's messages", Screen.Faint), Screen.Words("slot recall", Screen.Faint), Screen.Words("precision", Screen.Faint),
        Screen.Words("model right", Screen.Faint), Screen.Words("readable", Screen.Faint),
    ];

    public static void Show(Screen screen, ReplayReport report)
    {
        screen.Heading($"{FigureWords.Count(report.Dialogues)} recorded conversations, heard message by message");
        screen.Columns(report.ByShare.Concat(report.ByTurn).Select(Row).Prepend(Heads));
        screen.Gap();
        screen.Paragraph("The last summary is left out. A conversation that has ended counts as it ended.", Screen.Faint);
    }

    private static IRenderable[] Row(ReplayPoint point) =>
    [
        Screen.Words(point.Turn is { } turn
            ? "the first " + turn.ToString(CultureInfo.InvariantCulture)
            : ((double)point.Share!).ToString("0%", CultureInfo.InvariantCulture)),
        Share(point.Recall), Share(point.Precision), Share(point.Right), Share(point.Read),
    ];

    private static IRenderable Share(double share) => Screen.Words(share.ToString("0.000", CultureInfo.InvariantCulture));
}
