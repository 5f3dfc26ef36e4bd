namespace NlOpt.Understanding.Weights;

/// <summary>Data that weights were trained on.</summary>
/// <param name="Name">Its name, for example <c>nl4opt/train</c>.</param>
/// <param name="Sha256">SHA-256 of its file, in lower-case hexadecimal digits.</param>
public sealed record TrainingData(string Name, string Sha256);
