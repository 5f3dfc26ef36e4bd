using Microsoft.ML.OnnxRuntime;

namespace NlOpt.Policies.Onnx;

/// <summary>Starts ONNX Runtime and compares what a model wants with what a rule gives.</summary>
internal static class OnnxSessions
{
    private const string CudaProvider = "CUDAExecutionProvider";

    private static readonly Lock Starting = new();

    /// <summary>Loads a model; external files and custom operators are out of its reach because it comes as bytes.</summary>
    public static Result<(InferenceSession Session, OnnxDevice Device)> Start(byte[] model, OnnxDevice device, string? source)
    {
        Result<(InferenceSession, OnnxDevice)> Refuse(string code, string message, string remedy) =>
            Result.Failure<(InferenceSession, OnnxDevice)>(Diagnostic.Error(code, message, new DiagnosticLocation(Source: source), remedy));
        try
        {
            var offered = Environment().GetAvailableProviders().Contains(CudaProvider);
            if (device == OnnxDevice.Cuda && !offered)
            {
                return Refuse(
                    "onnx.no-cuda", "this ONNX Runtime has no CUDA provider", "build with -p:UseGpuOnnxRuntime=true, or run it on the processor");
            }

            if (device != OnnxDevice.Cpu && offered)
            {
                try
                {
                    return Result.Success((Open(model, cuda: true), OnnxDevice.Cuda));
                }
                catch (OnnxRuntimeException error) when (device == OnnxDevice.Cuda)
                {
                    return Refuse("onnx.no-cuda", $"the CUDA provider does not start: {error.Message}", "run it on the processor");
                }
                catch (OnnxRuntimeException)
                {
                    // Automatic: the provider is there but no device; the caller sees in Device what runs.
                }
            }

            return Result.Success((Open(model, cuda: false), OnnxDevice.Cpu));
        }
        catch (OnnxRuntimeException error)
        {
            return Refuse("onnx.unreadable", $"ONNX Runtime does not accept the model: {error.Message}", "export the policy again");
        }
        catch (Exception error) when (error is DllNotFoundException or TypeInitializationException or BadImageFormatException)
        {
            return Refuse("onnx.runtime-missing", $"ONNX Runtime cannot be loaded: {error.Message}", "dotnet restore brings it for this platform");
        }
    }

    /// <summary>What does not fit between the graph's inputs and outputs and the rule; null when all does.</summary>
    public static string? FaultOfShapes(InferenceSession session, DecisionRule rule)
    {
        var inputs = new Dictionary<string, int>();
        if (!rule.Features.NoiseScale.IsEmpty) inputs[RuleGraph.Noise] = rule.Features.NoiseScale.Length;
        inputs[RuleGraph.Previous] = rule.Features.StateScale.Length;
        if (RuleGraph.StageFeatures(rule.Features) is > 0 and var count) inputs[RuleGraph.Stage] = count;
        var outputs = new Dictionary<string, int> { [RuleGraph.Fractions] = rule.Network.OutputSize };
        if (rule.Network is LstmNetwork lstm)
        {
            for (var layer = 0; layer < lstm.Memory.Length; layer++)
            {
                foreach (var state in new[] { RuleGraph.Hidden(layer), RuleGraph.Cell(layer) })
                    inputs[state] = outputs[RuleGraph.Next(state)] = lstm.Memory[layer];
            }
        }

        return Fault("input", session.InputMetadata, inputs) ?? Fault("output", session.OutputMetadata, outputs);
    }

    private static string? Fault(string what, IReadOnlyDictionary<string, NodeMetadata> found, Dictionary<string, int> wanted)
    {
        if (found.Count != wanted.Count) return $"the graph has {found.Count} {what}s, but the rule {wanted.Count}";
        foreach (var (name, size) in wanted)
        {
            if (!found.TryGetValue(name, out var node)) return $"the graph has no {what} '{name}'";
            if (!node.IsTensor || node.ElementType != typeof(double) || node.Dimensions is not [_, var columns] || columns != size)
                return $"the {what} '{name}' is not a matrix of {size} columns in double precision";
        }

        return null;
    }

    private static InferenceSession Open(byte[] model, bool cuda)
    {
        using var options = new SessionOptions
        {
            // Actions are small: threads of its own would cost more than they bring, and callers run many sessions side by side.
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        };
        if (cuda) options.AppendExecutionProvider_CUDA(0);
        return new InferenceSession(model, options);
    }

    /// <summary>The runtime, silent: its log would go to the terminal.</summary>
    private static OrtEnv Environment()
    {
        lock (Starting)
        {
            if (OrtEnv.IsCreated) return OrtEnv.Instance();
            var options = new EnvironmentCreationOptions { logId = "NlOpt", logLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
            return OrtEnv.CreateInstanceWithOptions(ref options);
        }
    }
}
