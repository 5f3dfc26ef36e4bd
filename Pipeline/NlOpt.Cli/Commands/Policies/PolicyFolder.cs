using System.Security.Cryptography;
using NlOpt.Evaluation.Policies;
using NlOpt.Modeling;
using NlOpt.Policies;
using NlOpt.Policies.Problems;
using NlOpt.Policies.Sddp;
using NlOpt.Policies.Tsddr.Rules;
using NlOpt.Policies.Tsddr.Training;
using NlOpt.Solving;

namespace NlOpt.Cli.Commands.Policies;

/// <summary>The folder of a training: the policy and everything about it.</summary>
/// <param name="path">Its path; it need not exist.</param>
internal sealed class PolicyFolder(string path)
{
    public const string PolicyFile = "policy.json";
    private const string ReportFile = "report.html";

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>Name for tables.</summary>
    public string Label => System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(Path)) is { Length: > 0 } name ? name : Path;

    public string PolicyPath => In(PolicyFile);

    public string TrainingPath => In(PolicyDocuments.TrainingFile);

    public string EvaluationPath => In(PolicyDocuments.EvaluationFile);

    public string ReportPath => In(ReportFile);

    /// <summary>True when somebody trained, or began to train, into the folder.</summary>
    public bool HoldsTraining => File.Exists(TrainingPath) || File.Exists(PolicyPath) || HoldsCheckpoint("tsddr") || HoldsCheckpoint("sddp");

    /// <summary>True when a training of a method can go on here.</summary>
    public bool HoldsCheckpoint(string method) => File.Exists(In(Checkpoint(method)));

    /// <summary>Removes what a training leaves, and nothing else.</summary>
    /// <exception cref="IOException">A file cannot be removed.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be removed.</exception>
    public void Clear()
    {
        foreach (var file in new[] { PolicyPath, TrainingPath, EvaluationPath, ReportPath, In(Checkpoint("tsddr")), In(Checkpoint("sddp")) }) File.Delete(file);
    }

    /// <summary>What is known about the training.</summary>
    public Result<PolicyTrainingReport> ReadTraining() => File.Exists(TrainingPath)
        ? PolicyDocuments.ReadTraining(TrainingPath)
        : Result.Failure<PolicyTrainingReport>(Diagnostic.Error(
            "policy.no-training",
            Directory.Exists(Path) ? $"the folder holds no training: {PolicyDocuments.TrainingFile} is missing"
                : File.Exists(Path) ? "it is a file, neither the folder of a training nor an .onnx file"
                : "there is no such folder",
            new DiagnosticLocation(Source: Path),
            "train a policy first: nlopt policy train --case valley --out DIR"));

    /// <summary>Loads the policy.</summary>
    /// <param name="training">What is known about its training.</param>
    /// <param name="problem">The problem it is used for.</param>
    /// <param name="solver">Solves its stages.</param>
    public Result<IPolicy> Load(PolicyTrainingReport training, MultistageProblem problem, ISolver solver)
    {
        if (!File.Exists(PolicyPath))
        {
            return Result.Failure<IPolicy>(Diagnostic.Error(
                "policy.unfinished", "the training was stopped before it wrote a policy", new DiagnosticLocation(Source: Path),
                $"let it go on: nlopt policy train --resume --out {path}"));
        }

        return training.Method == "sddp"
            ? Up(SddpPolicy.Load(PolicyPath, problem, solver))
            : Up(DecisionRuleFile.Read(PolicyPath, problem, solver));
    }

    /// <summary>What is known about the policy: training, evaluation or both. An evaluation of an earlier policy is left out with a warning.</summary>
    /// <param name="label">Name for tables and pictures.</param>
    public Result<PolicyRun> ReadRun(string label)
    {
        PolicyTrainingReport? training = null;
        if (File.Exists(TrainingPath) || !File.Exists(EvaluationPath))
        {
            var read = ReadTraining();
            if (!read.TryGetValue(out training)) return Result.Failure<PolicyRun>(read.Diagnostics);
        }

        if (!File.Exists(EvaluationPath)) return Result.Success(new PolicyRun(label, training, null));
        var evaluated = PolicyDocuments.ReadEvaluation(EvaluationPath);
        if (!evaluated.TryGetValue(out var evaluation)) return Result.Failure<PolicyRun>(evaluated.Diagnostics);
        if (training is null || training.PolicySha256 == evaluation.PolicySha256) return Result.Success(new PolicyRun(label, training, evaluation));
        return Result.Success(new PolicyRun(label, training, null), Diagnostic.Warning(
            "policy.evaluation-outdated", "the evaluation is of another policy than the one in the folder, so it is left out", new DiagnosticLocation(Source: EvaluationPath),
            $"evaluate again: nlopt policy evaluate {path}"));
    }

    /// <summary>Writes the policy.</summary>
    /// <returns>Null when done.</returns>
    public Diagnostic? Save(IPolicy policy, MultistageProblem problem) => policy switch
    {
        SddpPolicy sddp => sddp.Save(PolicyPath) is { IsSuccess: false, Diagnostics: var diagnostics } ? diagnostics[0] : null,
        DecisionRulePolicy { Rule: DecisionRule rule } => DecisionRuleFile.Write(PolicyPath, policy.Name, problem, rule),
        _ => throw new ArgumentException($"A policy of the kind {policy.GetType().Name} has no file.", nameof(policy)),
    };

    /// <summary>SHA-256 of a file in lower-case hexadecimal.</summary>
    public static string Sha256(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static string Checkpoint(string method) => method == "sddp" ? SddpTrainer.CheckpointFile : TsddrTrainer.CheckpointFile;

    private static Result<IPolicy> Up<T>(Result<T> loaded)
        where T : IPolicy =>
        loaded.TryGetValue(out var policy) ? Result.Success<IPolicy>(policy, loaded.Diagnostics) : Result.Failure<IPolicy>(loaded.Diagnostics);

    private string In(string file) => System.IO.Path.Combine(Path, file);
}
