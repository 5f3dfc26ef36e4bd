namespace NlOpt.Datasets.Dialogues;

/// <summary>One message; untrusted.</summary>
/// <param name="Role">Who says it.</param>
/// <param name="Text">What is said.</param>
public readonly record struct DialogueMessage(DialogueRole Role, string Text);
