import { jobTable } from './job.js';

export const softwareJobs = jobTable(`
后端开发工程师 | Back-end engineer | 2-02 | 4-5 | 1-6 | 15000-34000 | 设计和实现服务接口；优化数据库查询；评审代码 | Java;Go;PostgreSQL;Linux;消息队列
前端开发工程师 | Front-end engineer | 2-02 | 4-5 | 1-5 | 13000-28000 | 实现网页界面；提升加载速度；维护组件库 | TypeScript;React;CSS;性能优化
测试工程师 | Test engineer | 2-02 | 3-4 | 1-5 | 10000-21000 | 设计测试用例；编写自动化测试；跟踪缺陷 | 自动化测试;Python;SQL;Linux
运维工程师 | Operations engineer | 2-02 | 3-5 | 2-6 | 13000-27000 | 维护生产环境；建设监控和告警；演练故障恢复 | Linux;Kubernetes;PostgreSQL;监控;Python
算法工程师 | Algorithm engineer | 2-02 | 5-6 | 0-5 | 22000-48000 | 训练和评估模型；清洗数据；把模型部署到线上 | Python;机器学习;C++;数据分析
产品经理 | Product manager | 2-02 | 4-5 | 2-7 | 15000-32000 | 调研用户需求；撰写产品文档；跟进版本上线 | 需求分析;原型设计;项目管理;数据分析
实施工程师 | Implementation engineer | 4-04 | 3-4 | 1-4 | 9000-17000 | 在客户现场部署系统；培训用户；收集改进意见 | SQL;Linux;需求分析;沟通协调
数据分析师 | Data analyst | 2-02 | 4-5 | 1-5 | 13000-26000 | 搭建指标体系；分析业务数据；撰写分析报告 | SQL;Python;数据分析;Excel
`);

export const internetJobs = jobTable(`
新媒体运营 | Social media editor | 4-04 | 3-4 | 0-3 | 7000-13000 | 策划和发布内容；维护用户社群；分析阅读数据 | 新媒体运营;文案撰写;数据分析
电商运营 | E-commerce operator | 4-01 | 3-4 | 1-4 | 8000-16000 | 维护店铺和商品；策划促销活动；优化转化率 | 电商平台;数据分析;活动策划
直播运营 | Livestream operator | 4-04 | 3-4 | 0-3 | 8000-16000 | 安排直播排期；协助主播选品；复盘直播数据 | 直播运营;活动策划;数据分析
界面设计师 | Interface designer | 2-09 | 3-4 | 1-5 | 11000-22000 | 设计产品界面；维护设计规范；制作交互原型 | 界面设计;原型设计;Figma
内容审核员 | Content reviewer | 4-04 | 2-4 | 0-2 | 5500-8500 | 审核图文和视频；标记违规内容；整理典型案例 | 打字;普通话;办公软件
移动开发工程师 | Mobile engineer | 2-02 | 4-5 | 1-6 | 15000-32000 | 开发移动应用；适配各种机型；定位线上崩溃 | Kotlin;Swift;性能优化;TypeScript
`);

export const chipJobs = jobTable(`
数字芯片设计工程师 | Digital IC design engineer | 2-02 | 5-6 | 0-6 | 24000-52000 | 编写模块代码；完成综合和时序分析；编写设计文档 | Verilog;时序分析;Python;英语
芯片验证工程师 | IC verification engineer | 2-02 | 4-6 | 0-5 | 22000-45000 | 搭建验证环境；编写测试用例；分析覆盖率 | SystemVerilog;UVM;Python
工艺工程师 | Process engineer | 2-02 | 4-5 | 0-5 | 12000-25000 | 监控工艺参数；改善产品良率；编写作业标准 | 统计过程控制;良率分析;英语
设备工程师 | Equipment engineer | 2-02 | 3-4 | 1-5 | 10000-20000 | 维护生产设备；分析故障原因；管理备件 | 设备点检;故障排查;电气控制;英语
封装测试技术员 | Packaging and test technician | 6-25 | 2-3 | 0-2 | 6500-10000 | 操作测试机台；记录测试数据；初步判断异常 | 设备操作;数据记录;静电防护
无尘室操作工 | Cleanroom operator | 6-25 | 1-3 | 0-1 | 6000-9000 | 按标准操作设备；填写生产记录；保持无尘环境 | 设备操作;适应倒班;静电防护
硬件工程师 | Hardware engineer | 2-02 | 4-5 | 2-6 | 15000-30000 | 设计电路原理图；调试样机；编写测试报告 | 电路设计;嵌入式;示波器
`);

export const electricalJobs = jobTable(`
电气工程师 | Electrical engineer | 2-02 | 4-5 | 1-6 | 10000-20000 | 设计控制系统；编写控制程序；现场调试 | 电气控制;PLC;CAD制图
嵌入式工程师 | Embedded engineer | 2-02 | 4-5 | 1-6 | 14000-28000 | 编写驱动和固件；调试通信协议；优化功耗 | C++;嵌入式;Linux;电路设计
电工 | Electrician | 6-24 | 2-3 | 1-5 | 7000-11000 | 安装配电设备；检修线路；填写检修记录 | 低压电工证;电气控制;水电维修
装配工 | Assembler | 6-24 | 1-2 | 0-2 | 5800-8500 | 按图装配部件；自检装配质量；整理工位 | 识图;设备操作;适应倒班
质量检验员 | Quality inspector | 6-31 | 2-3 | 0-4 | 6000-9500 | 检验来料和成品；记录检验数据；追踪不合格品 | 量具使用;识图;数据记录;质量体系
`);

export const researchJobs = jobTable(`
研究助理 | Research assistant | 2-01 | 5-6 | 0-3 | 11000-20000 | 开展实验；整理数据；撰写研究报告 | 实验设计;数据分析;英语;Python
检测工程师 | Testing engineer | 2-02 | 4-5 | 1-5 | 9000-17000 | 按标准检测样品；校准仪器；出具检测报告 | 仪器分析;数据记录;质量体系
技术经纪人 | Technology broker | 2-06 | 4-5 | 2-6 | 10000-20000 | 挖掘科技成果；对接企业需求；办理技术合同登记 | 商务谈判;需求分析;文书写作
建筑设计师 | Architect | 2-02 | 4-5 | 2-8 | 13000-28000 | 完成方案和施工图；配合现场服务；汇报方案 | CAD制图;建筑设计;原型设计
环境监测员 | Environmental monitor | 4-08 | 3-4 | 0-3 | 6500-10500 | 现场采样；分析水和大气样品；填写监测报表 | 仪器分析;数据记录;安全行车
`);
