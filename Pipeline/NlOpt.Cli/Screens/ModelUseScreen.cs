using System.Globalization;
using NlOpt.Evaluation;
using Spectre.Console.Rendering;

namespace NlOpt.Cli.Screens;

/// <summary>What a run used of language models, and who was right where they and the embedded reader disagreed.</summary>
internal static class ModelUseScreen
{
    private const int MostKinds = 10;

    public static void Show(Screen screen, ModelUsage usage)
    {
        screen.Gap();
        screen.Heading("Use of the language model, recorded calls included");
        screen.Columns(
        [
            Line("calls", $"{Number(usage.Calls)}{(usage.FailedCalls > 0 ? $", {Number(usage.FailedCalls)} more failed" : "")}"),
            Line("tokens sent", Number(usage.InputTokens)),
            Line("tokens received", Number(usage.OutputTokens)),
            .. usage.Cost is { } cost ? [Line("cost", cost.ToString("#,0.00##", CultureInfo.InvariantCulture))] : Array.Empty<IRenderable[]>(),
            Line("a call took", string.Create(CultureInfo.InvariantCulture,
                $"{usage.Latency.Median:0} ms in the median, {usage.Latency.Percentile95:0} ms at the 95th percentile, {usage.Latency.Maximum:0} ms at most")),
        ]);
    }

    public static void Show(Screen screen, Disagreement disagreement)
    {
        screen.Gap();
        screen.Heading("Who was right");
        screen.Columns(
        [
            Line("both", Number(disagreement.BothRight)),
            Line("the language model alone", Number(disagreement.AgentRight)),
            Line("the embedded reader alone", Number(disagreement.ReaderRight)),
            Line("neither", Number(disagreement.NeitherRight)),
            Line("what was taken in the end", Number(disagreement.TakenRight)),
        ]);
        if (disagreement.Kinds.IsEmpty) return;
        screen.Gap();
        screen.Columns(
        [
            [Screen.Words("by the error of the one that was wrong", Screen.Faint), Screen.Words("model right", Screen.Faint),
                Screen.Words("reader right", Screen.Faint), Screen.Words("neither", Screen.Faint)],
            .. disagreement.Kinds.Take(MostKinds).Select(kind => (IRenderable[])
                [Screen.Words(kind.Error), Screen.Words(Number(kind.AgentRight)), Screen.Words(Number(kind.ReaderRight)),
                    Screen.Words(Number(kind.NeitherRight))]),
        ]);
    }

    private static IRenderable[] Line(string name, string value) => [Screen.Words(name), Screen.Words(value, Screen.Strong)];

    private static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
