namespace NlOpt.Policies.Onnx;

/// <summary>The numbers in which the products of an exported network are computed.</summary>
public enum OnnxPrecision
{
    /// <summary>As in training: parameters are kept bit for bit.</summary>
    Double,

    /// <summary>Parameters are rounded to seven digits: half the file, and for large networks several times as quick.</summary>
    Single,
}
