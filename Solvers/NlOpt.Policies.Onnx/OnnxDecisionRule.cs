using Microsoft.ML.OnnxRuntime;

namespace NlOpt.Policies.Onnx;

/// <summary>
/// A decision rule that runs from an ONNX file by ONNX Runtime. With <see cref="DecisionRulePolicy"/> it makes a policy. Sessions share the
/// loaded model; dispose of it after them.
/// </summary>
public sealed class OnnxDecisionRule : ITargetRule, IDisposable
{
    private const long LargestFile = 1L << 28;

    private readonly InferenceSession _session;
    private readonly ITargetMap _map;

    private OnnxDecisionRule(InferenceSession session, OnnxDevice device, RuleDescription description, DecisionRule rule)
    {
        (_session, Device, Description, Rule, _map) = (session, device, description, rule, rule.Map);
    }

    /// <summary>What the file says of itself.</summary>
    public RuleDescription Description { get; }

    /// <summary>What runs it: <see cref="OnnxDevice.Cpu"/> or <see cref="OnnxDevice.Cuda"/>.</summary>
    public OnnxDevice Device { get; }

    /// <summary>The same rule read from the file for our own networks, bit for bit as it was exported in double precision.</summary>
    public DecisionRule Rule { get; }

    /// <summary>Loads a file.</summary>
    /// <param name="path">The file; untrusted.</param>
    /// <param name="problem">The problem it is for: its fingerprint must be the one in the file.</param>
    /// <param name="device">What to run it on.</param>
    /// <returns>The rule, or what is wrong with the file, the problem or the runtime.</returns>
    public static Result<OnnxDecisionRule> Load(string path, MultistageProblem problem, OnnxDevice device = OnnxDevice.Cpu)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        try
        {
            var length = new FileInfo(path).Length;
            if (length > LargestFile)
                return Refuse("onnx.unreadable", $"the file has {length} bytes, more than any policy", path, "take the file of a policy");
            return Read(File.ReadAllBytes(path), problem, device, path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Refuse("onnx.unreadable", $"the ONNX file cannot be read: {error.Message}", path, "check the path");
        }
    }

    /// <summary>Reads the content of a file.</summary>
    /// <param name="bytes">The content; untrusted.</param>
    /// <param name="problem">The problem it is for.</param>
    /// <param name="device">What to run it on.</param>
    /// <param name="source">Name of the file for messages; null for none.</param>
    public static Result<OnnxDecisionRule> Read(byte[] bytes, MultistageProblem problem, OnnxDevice device = OnnxDevice.Cpu, string? source = null)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(problem);
        var read = OnnxModelReader.Read(bytes, source);
        if (!read.TryGetValue(out var model)) return Result.Failure<OnnxDecisionRule>(read.Diagnostics);
        var described = RuleDescription.Of(model.Metadata, source);
        if (!described.TryGetValue(out var description)) return Result.Failure<OnnxDecisionRule>(described.Diagnostics);
        if (problem.TargetMap is not { } map || description.Fingerprint != ProblemFingerprint.Of(problem))
        {
            return Refuse(
                "onnx.other-problem", $"the policy was trained for another problem ('{description.Problem}') than '{problem.Name}' as it is here",
                source, "use it with the problem it was trained for");
        }

        var features = description.Features;
        if (features.StateScale.Length != problem.State.Length || features.NoiseScale.Length != problem.Noises[0].Dimension)
            return Refuse("onnx.shapes", "the normalisation in its metadata has other sizes than state and noise", source, "export it again");
        if (features.StageCount != problem.StageCount)
            return Refuse("onnx.shapes", $"its metadata speak of {features.StageCount} stages, not {problem.StageCount}", source, "export it again");
        var network = description.Network.Make(features.Count, problem.State.Length, features.NoiseCount);
        if (model.Parameters.Count != network.ParameterCount)
        {
            return Refuse(
                "onnx.shapes", $"it has {model.Parameters.Count} parameters, but {description.Network} needs {network.ParameterCount}", source,
                "export it again");
        }

        if (!model.Parameters.All(double.IsFinite))
            return Refuse("onnx.weights", "a parameter is not a finite number", source, "train the policy again");
        var rule = new DecisionRule(description.Network, [.. model.Parameters], features, description.Activation, map);
        var started = OnnxSessions.Start(bytes, device, source);
        if (!started.TryGetValue(out var running)) return Result.Failure<OnnxDecisionRule>(started.Diagnostics);
        if (OnnxSessions.FaultOfShapes(running.Session, rule) is not { } fault)
            return Result.Success(new OnnxDecisionRule(running.Session, running.Device, description, rule));
        running.Session.Dispose();
        return Refuse("onnx.shapes", fault, source, "export it again");
    }

    /// <inheritdoc/>
    public TargetPenalty? Penalty => Rule.Penalty;

    /// <inheritdoc/>
    public ITargetRuleSession Open() => new OnnxRuleSession(_session, Rule, _map);

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    private static Result<OnnxDecisionRule> Refuse(string code, string message, string? source, string remedy) =>
        Result.Failure<OnnxDecisionRule>(Diagnostic.Error(code, message, new DiagnosticLocation(Source: source), remedy));
}
