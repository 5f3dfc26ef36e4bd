using System.Collections.Immutable;
using NlOpt.Cli.Screens;
using NlOpt.Evaluation;
using NlOpt.Evaluation.Policies;
using NlOpt.Modeling;
using NlOpt.Policies.Training;

namespace NlOpt.Cli.Commands.Policies;

/// <summary>One run of <c>nlopt policy train</c>.</summary>
internal sealed class PolicyTraining(Terminal terminal, Engines engines, TrainingOrder order)
{
    private readonly PolicyFolder _folder = new(order.Folder);

    public int Run(CancellationToken cancellationToken)
    {
        if (order.Resume)
        {
            var earlier = _folder.ReadTraining();
            if (!earlier.TryGetValue(out var known)) return FailureScreen.Refuse(terminal, earlier.Diagnostics);
            order = order.FilledFrom(known);
        }

        var method = order.Method ?? "tsddr";
        if (order.Settings.Keys.FirstOrDefault(option => !TrainerChoice.OptionsOf(method).Contains(option)) is { } odd)
        {
            FailureScreen.Say(terminal, $"--{odd} is no option of the method {method}.");
            return ExitCode.Usage;
        }

        if (order.Settings.ContainsKey(TrainerChoice.Window) && order.Settings.GetValueOrDefault(TrainerChoice.Targets) != TrainerChoice.Penalised)
        {
            FailureScreen.Say(terminal, $"--{TrainerChoice.Window} goes with --{TrainerChoice.Targets} {TrainerChoice.Penalised}.");
            return ExitCode.Usage;
        }

        var opened = PolicyCase.Open(order.Case!, engines);
        if (!opened.TryGetValue(out var subject)) return FailureScreen.Refuse(terminal, opened.Diagnostics);
        FailureScreen.Show(terminal, opened.Diagnostics);
        if (Claim(method) is { } refusal) return FailureScreen.Refuse(terminal, [refusal]);
        return Train(subject, method, cancellationToken);
    }

    private int Train(PolicyCase subject, string method, CancellationToken cancellationToken)
    {
        var report = new PolicyTrainingReport
        {
            Case = subject.Name,
            Fingerprint = subject.Fingerprint,
            CostUnit = subject.Problem.CostUnit,
            Method = method,
            Settings = order.Settings,
            Seed = order.Seed ?? 0,
            MaximumUpdates = order.Updates,
            MaximumMinutes = order.Minutes,
            Threads = order.Threads,
            Environment = PolicyEnvironment.Of(engines),
        };

        // Written before the training, so that one that is killed can be resumed, and a folder that cannot be written costs no hours.
        if (!order.Resume && ReportFile.Write(_folder.TrainingPath, PolicyDocuments.ToJson(report)) is { IsSuccess: false, Diagnostics: var unwritable })
            return FailureScreen.Refuse(terminal, unwritable);
        Result<TrainingResult> trained;
        using (var monitor = new TrainingMonitor(terminal, $"{method} on {subject.Problem.Name}", order.Updates, order.Minutes))
        {
            trained = TrainerChoice.Make(method, order.Settings, engines.StageSolver.Value).Train(
                subject.Problem,
                new TrainingRequest
                {
                    Seed = report.Seed,
                    MaximumUpdates = order.Updates,
                    MaximumDuration = order.Minutes is { } minutes ? TimeSpan.FromMinutes(minutes) : null,
                    Threads = order.Threads,
                    CheckpointFolder = _folder.Path,
                    Resume = order.Resume,
                    Progress = monitor.Show,
                },
                cancellationToken);
        }

        FailureScreen.Show(terminal, trained.Diagnostics);
        if (!trained.TryGetValue(out var result))
        {
            // Nothing came of it, so the folder is free again.
            if (!order.Resume) _folder.Clear();
            return ExitCode.Of(trained.Diagnostics);
        }

        if (_folder.Save(result.Policy, subject.Problem) is { } failure) return FailureScreen.Refuse(terminal, [failure]);
        return Finish(report with
        {
            Stop = result.Stop,
            Curve = [.. result.Curve.Select(TrainingPoint.Of)],
            PolicyFile = PolicyFolder.PolicyFile,
            PolicySha256 = PolicyFolder.Sha256(_folder.PolicyPath),
        });
    }

    private int Finish(PolicyTrainingReport report)
    {
        if (ReportFile.Write(_folder.TrainingPath, PolicyDocuments.ToJson(report)) is { IsSuccess: false, Diagnostics: var unwritable }) return FailureScreen.Refuse(terminal, unwritable);
        PolicyReportPage.Write(terminal, _folder);
        if (order.Json) terminal.Writer.WriteLine(PolicyDocuments.ToJson(report));
        else PolicyTrainingScreen.Show(terminal, report, order.Folder);
        return report.Stop == TrainingStop.Cancelled ? ExitCode.Cancelled : ExitCode.Done;
    }

    /// <summary>Makes sure that the folder is ours to write into.</summary>
    /// <returns>Null when it is; else why not.</returns>
    private Diagnostic? Claim(string method)
    {
        var location = new DiagnosticLocation(Source: order.Folder);
        if (order.Resume)
        {
            // A training killed before its first checkpoint has its settings on record: resuming it begins anew.
            return _folder.HoldsCheckpoint(method) || _folder.ReadTraining() is { IsSuccess: true, Value: var begun } && begun.Method == method
                ? null
                : Diagnostic.Error("policy.no-checkpoint", $"the folder holds no checkpoint of the method {method} to go on from", location, "train without --resume");
        }

        if (!_folder.HoldsTraining) return null;
        if (!order.Overwrite)
        {
            var held = _folder.ReadTraining().TryGetValue(out var earlier) ? $": {earlier.Method} on {earlier.Case}, seed {earlier.Seed}" : "";
            return Diagnostic.Error(
                "policy.folder-in-use", $"the folder holds a training already{held}", location, "go on with --resume, replace it with --overwrite, or name another folder");
        }

        try
        {
            _folder.Clear();
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Diagnostic.Error("data.unwritable", error.Message, location);
        }
    }
}
