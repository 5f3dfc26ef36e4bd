using System.Collections.Immutable;
using NlOpt.Cli.Screens;
using NlOpt.Evaluation;
using NlOpt.Evaluation.Policies;
using NlOpt.Modeling;

namespace NlOpt.Cli.Commands.Policies;

/// <summary>One run of <c>nlopt policy plot</c>. It reads files and simulates nothing.</summary>
internal sealed class PolicyPlotting(Terminal terminal)
{
    public int Run(ImmutableArray<string> paths, string output)
    {
        var runs = ImmutableArray.CreateBuilder<PolicyRun>();
        var folders = paths.Select(path => new PolicyFolder(path)).ToList();
        var labelsDiffer = folders.DistinctBy(folder => folder.Label).Count() == folders.Count;
        foreach (var (folder, path) in folders.Zip(paths))
        {
            var read = folder.ReadRun(labelsDiffer ? folder.Label : path);
            if (!read.TryGetValue(out var run)) return FailureScreen.Refuse(terminal, read.Diagnostics);
            FailureScreen.Show(terminal, read.Diagnostics);
            if (run.Evaluation is null) FailureScreen.Say(terminal, $"{run.Label} has no evaluation, so only its training is drawn: nlopt policy evaluate {path}");
            runs.Add(run);
        }

        if (runs.Select(run => run.Evaluation?.Fingerprint ?? run.Training!.Fingerprint).Distinct().Count() > 1)
        {
            return FailureScreen.Refuse(terminal, [Diagnostic.Error(
                "compare.different-problem", "the policies are for different problems, so their pictures would not be comparable", remedy: "draw policies of one case")]);
        }

        var drawn = PolicyPictures.Draw(runs.ToImmutable());
        FailureScreen.Show(terminal, drawn.Diagnostics);
        if (!drawn.TryGetValue(out var pictures)) return ExitCode.Of(drawn.Diagnostics);
        var screen = new Screen(terminal.Output);
        foreach (var picture in pictures)
        {
            if (Fault(ReportFile.Write(Path.Combine(output, picture.Name + ".svg"), picture.Svg)) is { } svg) return FailureScreen.Refuse(terminal, svg);
            if (Fault(ReportFile.Write(Path.Combine(output, picture.Name + ".png"), picture.Png.AsSpan())) is { } png) return FailureScreen.Refuse(terminal, png);
        }

        if (Fault(ReportFile.Write(Path.Combine(output, "report.html"), PolicyHtmlReport.Of(runs.ToImmutable(), pictures))) is { } page) return FailureScreen.Refuse(terminal, page);
        screen.Heading($"Written to {output}");
        screen.Columns(
        [
            [Screen.Words("report.html", Screen.Strong), Screen.Words("all of it on one page")],
            .. pictures.Select(picture => (Spectre.Console.Rendering.IRenderable[])[Screen.Words($"{picture.Name}.svg, .png"), Screen.Words(picture.Title)]),
        ]);
        return ExitCode.Done;
    }

    private static ImmutableArray<Diagnostic>? Fault(Result<string> written) => written.IsSuccess ? null : written.Diagnostics;
}
