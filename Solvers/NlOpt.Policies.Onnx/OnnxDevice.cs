namespace NlOpt.Policies.Onnx;

/// <summary>What ONNX Runtime computes on.</summary>
public enum OnnxDevice
{
    /// <summary>The processor; the quickest for one action at a time.</summary>
    Cpu,

    /// <summary>An NVIDIA GPU; refused where the runtime does not offer its CUDA provider.</summary>
    Cuda,

    /// <summary>An NVIDIA GPU where the runtime offers its CUDA provider and it starts, else the processor.</summary>
    Automatic,
}
