namespace NlOpt.Datasets.Dialogues;

/// <summary>Who says something in a recorded dialogue.</summary>
public enum DialogueRole
{
    /// <summary>The one who asks and sums up.</summary>
    Agent,

    /// <summary>The one who has the problem.</summary>
    Client,
}

/// <summary>One message; untrusted.</summary>
/// <param name="Role">Who says it.</param>
/// <param name="Text">What is said.</param>
public readonly record struct DialogueMessage(DialogueRole Role, string Text);
