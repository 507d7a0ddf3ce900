import type { serviceProblemsTexts } from '../catalogue/serviceProblems';
import type { TranslationsOf } from '../templates';

/** Sentences of main about the hosted service and the way to it. */
export const serviceProblems: TranslationsOf<typeof serviceProblemsTexts> = {
  'Check your internet connection, or use the local agent.':
    'تحقق من اتصالك بالإنترنت، أو استخدم الوكيل المحلي.',
  'Check the proxy in the settings of your system or in the variable HTTPS_PROXY.':
    'تحقق من الوكيل الشبكي (proxy) في إعدادات نظامك أو في المتغير HTTPS_PROXY.',
  'The voice service could not be reached: its name was not found.':
    'تعذّر الوصول إلى خدمة الصوت: لم يُعثر على اسمها.',
  'Check your internet connection and the region in Settings, or use the local agent.':
    'تحقق من اتصالك بالإنترنت ومن المنطقة في الإعدادات، أو استخدم الوكيل المحلي.',
  'The voice service could not be reached: this computer has no way to the network.':
    'تعذّر الوصول إلى خدمة الصوت: لا طريق لهذا الحاسوب إلى الشبكة.',
  'The voice service could not be reached: nothing answers at its address.':
    'تعذّر الوصول إلى خدمة الصوت: لا شيء يجيب عند عنوانها.',
  'The voice service could not be reached: it did not answer in time.':
    'تعذّر الوصول إلى خدمة الصوت: لم تُجب في الوقت المناسب.',
  'The connection to the voice service was closed before it was ready.':
    'أُغلق الاتصال بخدمة الصوت قبل أن تصبح جاهزة.',
  'Try again. If it keeps happening, a firewall or the API key may be the cause.':
    'حاول مجددًا. إذا تكرر ذلك فقد يكون السبب جدارًا ناريًا أو مفتاح API.',
  'The connection was not opened: the certificate at the other end is not trusted on this computer.':
    'لم يُفتح الاتصال: شهادة الطرف الآخر غير موثوقة على هذا الحاسوب.',
  'In a company network, ask for its root certificate and add it to your system, or name its file in SSL_CERT_FILE. Elsewhere, somebody may be reading along: try another network.':
    'في شبكة شركة، اطلب شهادتها الجذرية وأضفها إلى نظامك، أو اذكر ملفها في SSL_CERT_FILE. وفي غيرها قد يكون هناك من يتنصت: جرّب شبكة أخرى.',
  'The connection was not opened: the certificate at the other end is not valid today.':
    'لم يُفتح الاتصال: شهادة الطرف الآخر غير صالحة اليوم.',
  'Check the date and time of this computer. If they are right, try another network.':
    'تحقق من تاريخ هذا الحاسوب ووقته. إن كانا صحيحين فجرّب شبكة أخرى.',
  'The connection was not opened: the certificate at the other end belongs to another name.':
    'لم يُفتح الاتصال: شهادة الطرف الآخر تخص اسمًا آخر.',
  'Check the region and the custom host in Settings, or try another network.':
    'تحقق من المنطقة والمضيف المخصص في الإعدادات، أو جرّب شبكة أخرى.',
  'The connection was not opened: the other end does not speak as an encrypted service does.':
    'لم يُفتح الاتصال: الطرف الآخر لا يتحدث كخدمة مشفّرة.',
  'Check the custom host in Settings, or try another network.':
    'تحقق من المضيف المخصص في الإعدادات، أو جرّب شبكة أخرى.',
  'The answer of the service was longer than can be right.': 'كان جواب الخدمة أطول مما يصح.',
  'Check the custom host in Settings, and try again.': 'تحقق من المضيف المخصص في الإعدادات وحاول مجددًا.',
  'The proxy of your network could not be reached.': 'تعذّر الوصول إلى الوكيل الشبكي (proxy) لشبكتك.',
  'The proxy of your network wants a user name and a password.':
    'يطلب الوكيل الشبكي (proxy) لشبكتك اسم مستخدم وكلمة مرور.',
  'Set the variable HTTPS_PROXY to http://name:password@host:port and start Parley again, or ask who runs the network.':
    'اضبط المتغير HTTPS_PROXY على http://name:password@host:port وشغّل Parley من جديد، أو اسأل من يدير الشبكة.',
  'The proxy of your network does not let the connection through.':
    'لا يسمح الوكيل الشبكي (proxy) لشبكتك بمرور الاتصال.',
  'Ask who runs the network to allow the voice service, or use the local agent.':
    'اطلب ممن يدير الشبكة السماح بخدمة الصوت، أو استخدم الوكيل المحلي.',
  'The voice service could not be reached.': 'تعذّر الوصول إلى خدمة الصوت.',
  'If it happens again, please report it with the log from Diagnostics.':
    'إذا تكرر ذلك فأبلغ عنه مع السجل من التشخيص.',
  'Try again; if it happens again, please report it with the log from Diagnostics.':
    'حاول مجددًا؛ وإذا تكرر ذلك فأبلغ عنه مع السجل من التشخيص.',
  'Reload the list and try again.': 'أعد تحميل القائمة وحاول مجددًا.',
  'Telephony is managed in your AssemblyAI account, not here.':
    'تُدار الهاتفية في حسابك لدى AssemblyAI، لا هنا.',
  'There is no API key yet.': 'لا يوجد مفتاح API بعد.',
  'Enter your API key in Settings.': 'أدخل مفتاح API في الإعدادات.',
  'The service cannot check API keys at the moment.': 'لا تستطيع الخدمة فحص مفاتيح API الآن.',
  'The service did not accept what was entered.': 'لم تقبل الخدمة ما أُدخل.',
  'Correct it and try again.': 'صحّحه وحاول مجددًا.',
  'The service did not accept the request.': 'لم تقبل الخدمة الطلب.',
  'The service did not accept “{field}”: {message}': 'لم تقبل الخدمة «{field}»: {message}',
  'The service did not accept what was entered: {message}': 'لم تقبل الخدمة ما أُدخل: {message}',
  'The service no longer has this conversation.': 'لم تعد هذه المحادثة لدى الخدمة.',
  'The service does not know this phone number.': 'لا تعرف الخدمة رقم الهاتف هذا.',
  'This phone number is already in use.': 'رقم الهاتف هذا مستخدم بالفعل.',
  'This phone number cannot be had.': 'رقم الهاتف هذا غير متاح.',
  'No agent answers this phone number.': 'لا وكيل يجيب على رقم الهاتف هذا.',
  'The service does not know this call.': 'لا تعرف الخدمة هذه المكالمة.',
  'The service does not know this web address.': 'لا تعرف الخدمة عنوان الويب هذا.',
  'This web address is already registered.': 'عنوان الويب هذا مسجّل بالفعل.',
  'Nothing was delivered to this web address yet.': 'لم يُسلَّم شيء إلى عنوان الويب هذا بعد.',
  'The telephone company reported a fault.': 'أبلغت شركة الهاتف عن خلل.',
  'The service had this request before, with other contents.': 'سبق أن تلقت الخدمة هذا الطلب بمحتوى آخر.',
  'The service is still working on this.': 'ما زالت الخدمة تعمل على هذا.',
  'Wait a moment.': 'انتظر لحظة.',
  'The service does not have this.': 'هذا غير موجود لدى الخدمة.',
  'The service does not offer this.': 'لا توفر الخدمة هذا.',
  'Check the API key in Settings, or enter a new one.':
    'تحقق من مفتاح API في الإعدادات، أو أدخل مفتاحًا جديدًا.',
  'The voice service did not accept the API key.': 'لم تقبل خدمة الصوت مفتاح API.',
  'This account may not use the voice service.': 'لا يحق لهذا الحساب استخدام خدمة الصوت.',
  'Check the plan of your AssemblyAI account.': 'تحقق من خطة حسابك لدى AssemblyAI.',
  'The chosen agent does not exist at the voice service.': 'الوكيل المختار غير موجود لدى خدمة الصوت.',
  'Choose another agent, or check that the region in Settings is the one it was made in.':
    'اختر وكيلًا آخر، أو تحقق من أن المنطقة في الإعدادات هي التي أُنشئ فيها.',
  'The agent cannot be changed during a conversation.': 'لا يمكن تغيير الوكيل أثناء محادثة.',
  'This setting cannot change during a conversation.': 'لا يمكن تغيير هذا الإعداد أثناء محادثة.',
  'End the conversation and start a new one to use it.': 'أنهِ المحادثة وابدأ محادثة جديدة لاستخدامه.',
  'The voice service refused a setting.': 'رفضت خدمة الصوت أحد الإعدادات.',
  'The voice service refused the settings.': 'رفضت خدمة الصوت الإعدادات.',
  'Check what you changed last in Settings.': 'تحقق مما غيّرته آخر مرة في الإعدادات.',
  'The voice service did not understand a message.': 'لم تفهم خدمة الصوت رسالة.',
  'The voice service could not read the sound.': 'تعذّر على خدمة الصوت قراءة الصوت.',
  'Some of your words did not reach the voice service.': 'لم تصل بعض كلماتك إلى خدمة الصوت.',
  'Please say it again.': 'من فضلك قلها من جديد.',
  'The voice service refused a web address.': 'رفضت خدمة الصوت عنوان ويب.',
  'The conversation could not be picked up again.': 'تعذّر استئناف المحادثة.',
  'Start a new conversation.': 'ابدأ محادثة جديدة.',
  'The conversation reached its longest time.': 'بلغت المحادثة أطول مدة لها.',
  'The voice service is full at the moment.': 'خدمة الصوت ممتلئة الآن.',
  'Too many conversations are open on this account.': 'هناك محادثات مفتوحة كثيرة جدًا على هذا الحساب.',
  'Close the others, wait half a minute and try again.': 'أغلق الأخرى وانتظر نصف دقيقة ثم حاول مجددًا.',
  'The voice service had a fault of its own.': 'حدث خلل في خدمة الصوت نفسها.',
  'The agent could not be started.': 'تعذّر تشغيل الوكيل.',
  'Try again, or choose another agent.': 'حاول مجددًا، أو اختر وكيلًا آخر.',
  'The agent did not start in time.': 'لم يبدأ الوكيل في الوقت المناسب.',
  'Check your internet connection, then try again.': 'تحقق من اتصالك بالإنترنت ثم حاول مجددًا.',
  'The voice service closed the connection.': 'أغلقت خدمة الصوت الاتصال.',
  'The voice service is restarting.': 'يُعاد تشغيل خدمة الصوت.',
  'Try again in a moment.': 'حاول بعد لحظة.',
  'The connection to the voice service was lost.': 'فُقد الاتصال بخدمة الصوت.',
  'Check your internet connection and the API key, then try again.':
    'تحقق من اتصالك بالإنترنت ومن مفتاح API ثم حاول مجددًا.',
  'The voice service ended the conversation.': 'أنهت خدمة الصوت المحادثة.',
  'The way to the voice service is blocked.': 'الطريق إلى خدمة الصوت محجوب.',
  'A firewall, your region or your plan may be the cause; the API key is not. Try another network.':
    'قد يكون السبب جدارًا ناريًا أو منطقتك أو خطتك، وليس مفتاح API. جرّب شبكة أخرى.',
  'There is no voice service at this address.': 'لا توجد خدمة صوت عند هذا العنوان.',
  'Check the region and the custom host in Settings.': 'تحقق من المنطقة والمضيف المخصص في الإعدادات.',
  'The voice service is busy.': 'خدمة الصوت مشغولة.',
  'Something answered that is not the voice service.': 'أجاب شيء ليس خدمة الصوت.',
  'Check the region and the custom host in Settings. In a public network, sign in to it first.':
    'تحقق من المنطقة والمضيف المخصص في الإعدادات. وفي شبكة عامة سجّل الدخول إليها أولًا.',
  'The service does not offer this check now, so the key could not be tried (426).':
    'لا توفر الخدمة هذا الفحص الآن، لذا تعذّرت تجربة المفتاح (426).',
  'It is kept. Start a conversation to try it.': 'سيُحفظ. ابدأ محادثة لتجربته.',
  'It is kept. Check again in a few minutes.': 'سيُحفظ. افحص من جديد بعد بضع دقائق.',
  'It is kept. Check again in {number} seconds.': 'سيُحفظ. افحص من جديد بعد {number} من الثواني.',
  'It is kept. Check again in {number} minutes.': 'سيُحفظ. افحص من جديد بعد {number} من الدقائق.',
  'The recording is not at a safe address, so it was not fetched.': 'التسجيل ليس عند عنوان آمن، لذا لم يُجلب.',
  'Check the custom host in Settings.': 'تحقق من المضيف المخصص في الإعدادات.',
  'The address of the recording is no longer good.': 'لم يعد عنوان التسجيل صالحًا.',
  'Fetch it again: the service gives a new address each time, for one hour.':
    'اجلبه من جديد: تعطي الخدمة عنوانًا جديدًا كل مرة لمدة ساعة.',
  'The service did not give the recording.': 'لم تُعطِ الخدمة التسجيل.',
  'The recording is larger than Parley fetches.': 'التسجيل أكبر مما يجلبه Parley.',
  'Fetch it in the AssemblyAI dashboard.': 'اجلبه من لوحة AssemblyAI.',
  'Check that the disk has room and that Parley may write to the folder.':
    'تحقق من وجود مساحة على القرص ومن أن Parley يستطيع الكتابة في المجلد.',
  'The service did not let the voice speak.': 'لم تسمح الخدمة للصوت بالتكلم.',
  'The tool was not called.': 'لم تُستدعَ الأداة.',
  'The agent was changed somewhere else meanwhile, so it was not saved.':
    'غُيّر الوكيل في مكان آخر في الأثناء، لذا لم يُحفظ.',
  'Copy what you want to keep, then open the agent again.':
    'انسخ ما تريد الاحتفاظ به، ثم افتح الوكيل من جديد.',
};
