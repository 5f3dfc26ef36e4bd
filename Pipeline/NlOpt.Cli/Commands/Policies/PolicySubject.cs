using System.Collections.Immutable;
using System.Diagnostics;
using NlOpt.Evaluation.Policies;
using NlOpt.Modeling;
using NlOpt.Policies;
using NlOpt.Policies.Onnx;
using NlOpt.Policies.Problems;
using NlOpt.Policies.References;
using NlOpt.Policies.Scenarios;
using NlOpt.Policies.Simulation;
using NlOpt.Policies.Tsddr.Rules;
using NlOpt.Solving;

namespace NlOpt.Cli.Commands.Policies;

/// <summary>
/// A policy that the command line names: the folder of a training, an .onnx file, or the word <c>myopic</c> or <c>foresight</c>.
/// </summary>
internal sealed class PolicySubject
{
    /// <summary>Each stage by itself, as if there were no tomorrow.</summary>
    public const string Myopic = "myopic";

    /// <summary>Everything known beforehand: no policy, but a limit for all.</summary>
    public const string Foresight = "foresight";

    private readonly PolicyFolder? _folder;
    private readonly PolicyTrainingReport? _training;
    private readonly string? _onnx;

    private PolicySubject(string label, PolicyFolder? folder = null, PolicyTrainingReport? training = null, string? onnx = null) =>
        (Label, _folder, _training, _onnx) = (label, folder, training, onnx);

    /// <summary>Name for tables.</summary>
    public string Label { get; }

    /// <summary>The folder; null for words.</summary>
    public PolicyFolder? Folder => _folder;

    /// <summary>The case it was trained for; null for words.</summary>
    public string? Case => _training?.Case;

    /// <summary>Finds out what a word of the command line means.</summary>
    public static Result<PolicySubject> Of(string word)
    {
        if (word is Myopic or Foresight) return Result.Success(new PolicySubject(word));
        if (word.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase)) return Result.Success(new PolicySubject(Path.GetFileName(word), onnx: word));
        var folder = new PolicyFolder(word);
        var read = folder.ReadTraining();
        return read.TryGetValue(out var training)
            ? Result.Success(new PolicySubject(folder.Label, folder, training))
            : Result.Failure<PolicySubject>(read.Diagnostics);
    }

    /// <summary>Says whether it is for a problem, before hours are spent on others.</summary>
    /// <returns>Null when it is, or when only its file can tell.</returns>
    public Diagnostic? Objection(PolicyCase subject) => _training is null || _training.Fingerprint == subject.Fingerprint
        ? null
        : Diagnostic.Error(
            "policy.other-problem", $"'{Label}' was trained for another problem ('{_training.Case}') than '{subject.Name}' as it is now",
            new DiagnosticLocation(Source: _folder!.Path), "name the case it was trained for, or train again");

    /// <summary>Simulates it.</summary>
    public Result<PolicyEvaluation> Simulate(PolicyCase subject, ScenarioSet scenarios, int threads, Engines engines, Action<int> progress, CancellationToken cancellationToken)
    {
        var (problem, solver) = (subject.Problem, engines.StageSolver.Value);
        var options = new SimulationOptions { Threads = threads, Progress = progress };
        var loaded = Load(problem, solver);
        if (!loaded.TryGetValue(out var policy)) return Result.Failure<PolicyEvaluation>(loaded.Diagnostics);
        using var running = (policy as DecisionRulePolicy)?.Rule as IDisposable;

        var began = Stopwatch.GetTimestamp();
        var simulated = policy is null
            ? PerfectForesight.Run(problem, scenarios, solver, options, cancellationToken)
            : Simulator.Run(problem, policy, scenarios, options, cancellationToken);
        if (!simulated.TryGetValue(out var simulation)) return Result.Failure<PolicyEvaluation>(simulated.Diagnostics);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var programs = policy is null ? scenarios.Count : Enumerable.Range(0, scenarios.Count).Sum(simulation.SolvedStages);
        var workers = Math.Min(threads, scenarios.Count);
        var timing = new SimulationTiming(seconds, workers, programs, programs == 0 ? null : 1000 * seconds * workers / programs);
        return Result.Success(PolicyEvaluation.Of(subject.Name, subject.Fingerprint, simulation, timing, PolicyEnvironment.Of(engines)) with
        {
            PolicySha256 = (_onnx ?? _folder?.PolicyPath) is { } file ? PolicyFolder.Sha256(file) : null,
        });
    }

    /// <summary>The policy; null for perfect foresight, which is none.</summary>
    private Result<IPolicy?> Load(MultistageProblem problem, ISolver solver)
    {
        if (_onnx is not null)
        {
            var rule = OnnxDecisionRule.Load(_onnx, problem);
            return rule.TryGetValue(out var known)
                ? Result.Success<IPolicy?>(new DecisionRulePolicy("onnx", problem, known, solver))
                : Result.Failure<IPolicy?>(rule.Diagnostics);
        }

        if (_folder is null) return Result.Success<IPolicy?>(Label == Myopic ? new MyopicPolicy(problem, solver) : null);
        var loaded = _folder.Load(_training!, problem, solver);
        return loaded.TryGetValue(out var policy) ? Result.Success<IPolicy?>(policy) : Result.Failure<IPolicy?>(loaded.Diagnostics);
    }

    /// <summary>The evaluation that lies in the folder, where it is of this policy and these scenarios; figures do not depend on when they were made.</summary>
    public PolicyEvaluation? Earlier(PolicyCase subject, ScenarioSet scenarios) =>
        _folder is not null && File.Exists(_folder.EvaluationPath) && File.Exists(_folder.PolicyPath)
            && PolicyDocuments.ReadEvaluation(_folder.EvaluationPath).TryGetValue(out var earlier)
            && earlier.Fingerprint == subject.Fingerprint && earlier.Scenarios.Sha256 == scenarios.Sha256
            && earlier.PolicySha256 == PolicyFolder.Sha256(_folder.PolicyPath)
            ? earlier
            : null;

    /// <summary>The case that the command line names, else that of the first policy with one.</summary>
    public static Result<PolicyCase> FindCase(string? given, ImmutableArray<PolicySubject> subjects, Engines engines)
    {
        if ((given ?? subjects.Select(subject => subject.Case).FirstOrDefault(known => known is not null)) is { } name) return PolicyCase.Open(name, engines);
        return Result.Failure<PolicyCase>(Diagnostic.Error("policy.no-case", "nothing says for which problem", remedy: $"name it with --case: {PolicyCase.Forms}"));
    }
}
