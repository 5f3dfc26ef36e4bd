using System.Reflection;

namespace NlOpt.Policies.Onnx;

/// <summary>
/// Writes decision rules as ONNX files (operator set 17, file version 8). A file holds one step of the rule, from noise,
/// previous target and features of the stage to fractions; its metadata hold all that turns these into targets.
/// </summary>
public static class OnnxExport
{
    // Beyond it, parameters in double precision leave the second cache, and ONNX Runtime takes more than 100 microseconds an action.
    private const int MostParametersInDouble = 100_000;

    /// <summary>The file's content.</summary>
    /// <param name="problem">The problem the rule was trained for.</param>
    /// <param name="rule">The rule; its parameters are finite.</param>
    /// <param name="seed">Seed of the training.</param>
    /// <param name="precision">Precision of the network's products; null for double up to 100,000 parameters and single beyond.</param>
    /// <exception cref="ArgumentException">The rule's network does not fit its features, or its targets are penalised.</exception>
    public static byte[] ToBytes(MultistageProblem problem, DecisionRule rule, ulong seed, OnnxPrecision? precision = null)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(rule);
        if (rule.Network.InputSize != rule.Features.Count || rule.Network.OutputSize != problem.State.Length)
            throw new ArgumentException("The network fits neither the features nor the state.", nameof(rule));
        if (rule.Penalty is not null) throw new ArgumentException("Only rules with strict targets can be exported.", nameof(rule));
        if (rule.Parameters.Length != rule.Network.ParameterCount || !rule.Parameters.All(double.IsFinite))
            throw new ArgumentException("The network has other parameters, or some are not finite.", nameof(rule));
        var description = new RuleDescription(
            problem.Name, ProblemFingerprint.Of(problem), rule.Shape, rule.Features, rule.Activation, rule.Map.Describe(), seed,
            typeof(OnnxExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);
        return RuleGraph.Build(rule, precision ?? Fitting(rule)).ToModel(description.Version, description.ToMetadata());
    }

    /// <summary>Writes a file; one that is there is replaced once the new one is complete.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="problem">The problem the rule was trained for.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="seed">Seed of the training.</param>
    /// <param name="precision">Precision of the network's products; null for double up to 100,000 parameters and single beyond.</param>
    /// <returns>The length of the file in bytes, or <c>onnx.penalized</c> for a rule without strict targets, or <c>onnx.unwritable</c>.</returns>
    public static Result<int> Write(string path, MultistageProblem problem, DecisionRule rule, ulong seed, OnnxPrecision? precision = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(rule);
        if (rule.Penalty is not null)
        {
            return Result.Failure<int>(Diagnostic.Error(
                "onnx.penalized", "only rules with strict targets can be exported: what a missed target costs has no place in the file",
                remedy: "train with strict targets"));
        }

        var bytes = ToBytes(problem, rule, seed, precision);
        try
        {
            File.WriteAllBytes(path + ".partial", bytes);
            File.Move(path + ".partial", path, overwrite: true);
            return Result.Success(bytes.Length);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Result.Failure<int>(Diagnostic.Error(
                "onnx.unwritable", $"the ONNX file cannot be written: {error.Message}", new DiagnosticLocation(Source: path),
                "choose another folder"));
        }
    }

    private static OnnxPrecision Fitting(DecisionRule rule) =>
        rule.Network.ParameterCount <= MostParametersInDouble ? OnnxPrecision.Double : OnnxPrecision.Single;
}
