using NlOpt.Formulation;

namespace NlOpt.Evaluation.Classification;

/// <summary>What a classifier made of one paragraph.</summary>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="PaperClass">The right class, 0 to 13.</param>
/// <param name="Predicted">The template told; null where none was.</param>
/// <param name="HasStatement">The parts of the rule were read too.</param>
public sealed record ClassifiedItem(int Line, int PaperClass, Template? Predicted, bool HasStatement)
{
    /// <summary>True when the class is right.</summary>
    public bool IsRight => Predicted?.PaperClass == PaperClass;
}
